"""Who learns asks that something of the agreement be changed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import adulto as access
from patto_formativo.enums import Lingua
from patto_formativo.forms.adulto import RichiestaForm
from patto_formativo.models import Corsista, Versione
from patto_formativo.queries.adulto import mio_patto
from patto_formativo.services.patti.richieste import chiedi_modifica
from patto_formativo.views.adulto.lingua import in_lingua, messaggio


@require_http_methods(["GET", "POST"])
def cambia(request: HttpRequest, pk: int) -> HttpResponse:
    """Write in one’s own words what is to be changed; the tutor answers."""
    corsista = access.mio(request.contesto, pk)
    visto = mio_patto(request.contesto, corsista)
    if visto.mostrata is None or not visto.modificabile:
        raise Http404
    dati = in_lingua(request, corsista)
    form = RichiestaForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _chiesta(request, visto.mostrata, form):
        messages.success(request, messaggio(dati["lingua"], "cambia.fatta"))
        return torna(request, corsista, dati["lingua"])
    dati |= {"form": form, "mio": visto}
    return render(
        request, "patto/adulto/cambia.html", dati, status=422 if form.errors else 200
    )  # fmt: skip


def _chiesta(request: HttpRequest, versione: Versione, form: RichiestaForm) -> bool:
    contesto = request.contesto
    try:
        chiedi_modifica(
            autore=contesto,
            adesso=contesto.adesso,
            versione_id=versione.pk,
            testo=form.cleaned_data["testo"],
        )
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return False
    return True


def torna(request: HttpRequest, corsista: Corsista, lingua: Lingua) -> HttpResponse:
    """Back to the page, in the language in which it was read."""
    base = reverse("patto:mio_di", args=[request.contesto.istituto.slug, corsista.pk])
    dove = f"{base}?lingua={lingua}"
    return HttpResponseClientRedirect(dove) if request.htmx else redirect(dove)
