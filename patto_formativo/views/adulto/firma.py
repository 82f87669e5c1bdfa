"""Who learns, or who answers for a minor, signs the exact words of the agreement."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import adulto as access
from patto_formativo.forms.adulto import FirmaForm
from patto_formativo.queries.adulto import MioPatto, mio_patto
from patto_formativo.rules.firme import Parte
from patto_formativo.services.patti.firme import firma_patto
from patto_formativo.views.adulto.lingua import in_lingua, messaggio
from patto_formativo.views.adulto.richieste import torna


@require_http_methods(["GET", "POST"])
def firma(request: HttpRequest, pk: int) -> HttpResponse:
    """The dialog of the signature: which words, what follows, one tick.

    Where nothing is to be signed by who looks, one comes back to the page, which says why.
    """
    corsista = access.mio(request.contesto, pk)
    visto = mio_patto(request.contesto, corsista)
    dati = in_lingua(request, corsista)
    form = FirmaForm(request.POST or None)
    if visto.mostrata is None:
        return torna(request, corsista, dati["lingua"])
    if request.method == "POST" and form.is_valid() and _firmata(request, visto, form):
        messages.success(request, messaggio(dati["lingua"], "firma.fatta"))
        return torna(request, corsista, dati["lingua"])
    if not form.errors and not (visto.parte and visto.mostrata.impronta):
        return torna(request, corsista, dati["lingua"])
    dati |= {"form": form, "mio": visto, "cambiato": _cambiato(form, visto)}
    return render(
        request, "patto/adulto/firma.html", dati, status=422 if form.errors else 200
    )  # fmt: skip


def _firmata(request: HttpRequest, visto: MioPatto, form: FirmaForm) -> bool:
    """Sign what was on the screen, and nothing that has taken its place meanwhile."""
    contesto = request.contesto
    try:
        firma_patto(
            autore=contesto,
            adesso=contesto.adesso,
            versione_id=_sua(visto, form.cleaned_data["versione"]),
            parte=_parte(visto),
            impronta=form.cleaned_data["impronta"],
        )
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return False
    return True


def _sua(visto: MioPatto, scritta: int) -> int:
    """The version named by the form if it is of this agreement, else the one that is shown now.

    Of one that is no longer there the hash differs, and the signature is refused with its reason.
    """
    sue = {v.pk for v in (visto.mostrata, visto.vigente, visto.aperta) if v is not None}
    return scritta if scritta in sue or visto.mostrata is None else visto.mostrata.pk


def _parte(visto: MioPatto) -> Parte:
    """For whom one signs: of a guardian the minor, of anybody else oneself."""
    return visto.parte or (Parte.RESPONSABILE if visto.per_altri else Parte.ADULTO)


def _cambiato(form: FirmaForm, visto: MioPatto) -> bool:
    """Whether other words have taken the place of those that were read."""
    letta = form.data.get("impronta", "")
    return bool(form.errors and letta and visto.mostrata and letta != visto.mostrata.impronta)
