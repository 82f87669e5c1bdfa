"""The courtesy texts beside the Italian ones, and the record of who reviewed them."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.esportazione import esporta
from patto_formativo.access import adulto as access
from patto_formativo.cortesia import testi as testi_in
from patto_formativo.enums import Lingua
from patto_formativo.forms.adulto import MediatoreForm
from patto_formativo.queries.testi import DA_RILEGGERE, stato_dei_testi
from patto_formativo.services.testi import approva_testi
from patto_formativo.views.adulto.lingua import direzione

CAMBIATI = "I testi sono cambiati mentre li leggevi: rileggili, poi registra."


@require_safe
def testi(request: HttpRequest) -> HttpResponse:
    """Every language: who reviewed its texts, or that nobody did."""
    access.testi(request.contesto)
    stati = stato_dei_testi(request.contesto.istituto.pk)
    file = esporta(
        request,
        nome="testi-di-cortesia",
        titolo="Testi di cortesia",
        intestazione=["Lingua", "Riletti da", "Il", "Testi"],
        righe=(
            [s.lingua.etichetta, s.approvazione.mediatore, s.approvazione.approvato_il, s.impronta]
            if s.approvazione
            else [s.lingua.etichetta, "", None, s.impronta]
            for s in stati
        ),
    )
    return file or render(request, "patto/adulto/testi.html", {"stati": stati})


@require_http_methods(["GET", "POST"])
def lingua(request: HttpRequest, lingua: str) -> HttpResponse:
    """The texts of a language beside the Italian ones; below, the mediator who approves them."""
    access.testi(request.contesto)
    scelta = next((voce for voce in DA_RILEGGERE if voce == lingua), None)
    if scelta is None:
        raise Http404
    form = MediatoreForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _approvati(request, scelta, form):
        messages.success(request, f"Registrato: testi in {scelta.etichetta} riletti.")
        return redirect("patto:testi", request.contesto.istituto.slug)
    return _a_fronte(request, scelta, form)


def _a_fronte(request: HttpRequest, scelta: Lingua, form: MediatoreForm) -> HttpResponse:
    file = esporta(
        request,
        nome=f"testi-{scelta}",
        titolo=f"Testi in {scelta.etichetta}",
        intestazione=["Frase", "Italiano", scelta.etichetta],
        righe=righe(scelta),
    )
    stati = stato_dei_testi(request.contesto.istituto.pk)
    dati = {
        "scelta": scelta,
        "direzione": direzione(scelta),
        "righe": list(righe(scelta)),
        "stato": next(stato for stato in stati if stato.lingua == scelta),
        "form": form,
    }
    return file or render(
        request, "patto/adulto/testi_lingua.html", dati, status=422 if form.errors else 200
    )


def righe(scelta: Lingua) -> Iterator[tuple[str, str, str]]:
    """Each sentence and each form of what is counted: its name, in Italian, in the language."""
    italiano, altra = testi_in(Lingua.ITALIANO), testi_in(scelta)
    for chiave, frase in italiano.frasi.items():
        yield chiave, frase, altra.frasi[chiave]
    for chiave, forme in altra.plurali.items():
        sue = italiano.plurali[chiave]
        for forma, frase in forme.items():
            yield f"{chiave} ({forma})", sue.get(forma, sue["other"]), frase


def _approvati(request: HttpRequest, scelta: Lingua, form: MediatoreForm) -> bool:
    contesto = request.contesto
    try:
        approva_testi(
            autore=contesto,
            adesso=contesto.adesso,
            lingua=scelta,
            impronta=form.cleaned_data["impronta"],
            mediatore=form.cleaned_data["mediatore"],
        )
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return False
    except Conflitto:
        form.add_error(None, CAMBIATI)
        return False
    return True
