"""The sitting stops, goes on, is adjourned, ends."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.parole import elenco, plurale
from organi_collegiali.access import sedute as access
from organi_collegiali.enums import CausaAggiornamento
from organi_collegiali.forms.aula import AggiornaForm, MotivoForm
from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula import aula as leggi
from organi_collegiali.queries.aula.aggiornamento import aggiornamento
from organi_collegiali.queries.aula.assenti import a_rischio
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.atti import compiuto
from organi_collegiali.views.aula.risposte import fatto, rifiutato


@require_http_methods(["GET", "POST"])
def sospendi(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop for a reason."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    form = MotivoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if rifiuto := _rifiuto(
            servizi.sospendi_seduta,
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            motivo=form.cleaned_data["motivo"],
        ):
            return rifiutato(request, seduta, rifiuto.violazioni)
        return fatto(request, seduta, "La seduta è sospesa.")
    return render(
        request,
        "organi/aula/sospendi.html",
        {"seduta": seduta, "form": form},
        status=422 if form.errors else 200,
    )


@require_POST
def riprendi(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on after a stop."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    if rifiuto := _rifiuto(
        servizi.riprendi_seduta, autore=contesto, adesso=contesto.adesso, seduta_id=pk
    ):
        return rifiutato(request, seduta, rifiuto.violazioni)
    return fatto(request, seduta, "La seduta riprende.")


@require_http_methods(["GET", "POST"])
def chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """End the sitting, after the dialog that says what follows."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    if request.method == "POST" and "riletto" in request.POST:
        if rifiuto := _rifiuto(
            servizi.chiudi_seduta, autore=contesto, adesso=contesto.adesso, seduta_id=pk
        ):
            return rifiutato(request, seduta, rifiuto.violazioni)
        return _chiusa(request, seduta)
    return render(request, "organi/aula/chiudi.html", _conferma(request, seduta))


@require_http_methods(["GET", "POST"])
def aggiorna(request: HttpRequest, pk: int) -> HttpResponse:
    """Adjourn: what is left goes to another day, with no new items."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    giudizio = aggiornamento(seduta, contesto.adesso)
    form = AggiornaForm(request.POST or None, initial={"causa": giudizio.proposta.causa.value})

    def compi() -> object:
        return servizi.aggiorna_seduta(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            motivo=form.cleaned_data["motivo"],
            causa=CausaAggiornamento(form.cleaned_data["causa"]),
        )

    if request.method == "POST" and form.is_valid() and compiuto(form, compi, fonti=True):
        return _chiusa(request, seduta)
    dati = {
        "seduta": seduta,
        "form": form,
        "aula": leggi(seduta, contesto.adesso),
        "giudizio": giudizio,
    }
    stato = 422 if form.errors else 200
    return render(request, "organi/aula/aggiorna.html", dati, status=stato)


def _rifiuto(servizio: Callable[..., Any], **dati: Any) -> AttoRifiutato | None:
    try:
        servizio(**dati)
    except AttoRifiutato as rifiuto:
        return rifiuto
    return None


def _chiusa(request: HttpRequest, seduta: Seduta) -> HttpResponse:
    """Back to the card, with who has been absent too often named once."""
    messages.success(request, "La seduta è chiusa: il verbale è aperto, in bozza.")
    for persona, motivo in a_rischio(seduta, request.contesto.oggi):
        messages.warning(request, f"{persona}: {motivo}")
    return redirect("organi:seduta", request.istituto.slug, seduta.pk)


def _conferma(request: HttpRequest, seduta: Seduta) -> dict[str, object]:
    stanza = leggi(seduta, request.contesto.adesso)
    mancano = [riga.punto for riga in stanza.da_concludere]
    quanti = plurale(len(stanza.punti), "punto ha", "punti hanno")
    return {
        "seduta": seduta,
        "mancano": mancano,
        "quali": elenco([f"{punto.ordine}" for punto in mancano]),
        "domanda": "Chiudere la seduta?",
        "effetti": [
            f"{quanti} il loro esito",
            f"escono tutti: erano in aula {plurale(stanza.presenti, 'componente', 'componenti')}",
            "si apre il verbale, con quello che è stato registrato",
        ],
        "correzione": "Quello che è stato detto si completa nel verbale; i voti non si rifanno.",
        "rilettura": "Ho riletto esiti e presenze",
        "verbo": "Chiudi la seduta",
        "azione": request.path,
        "indietro": reverse("organi:aula", args=[request.istituto.slug, seduta.pk]),
    }
