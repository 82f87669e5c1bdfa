"""The acts on a loaded file: carry it out, take it back, give it up."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.scuola.importazione import access
from cpia.scuola.models import Importazione
from cpia.scuola.parole import con_maiuscola
from cpia.scuola.services import esiti
from cpia.scuola.services import importazioni as servizi
from cpia.scuola.views.comuni import da_guardare, verso
from cpia.scuola.views.esame import mostra_anteprima, mostra_esito


@require_POST
def esegui(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the file brings."""
    trovata = access.importazione(request.contesto, pk)
    try:
        _esegui(request, trovata)
    except servizi.ImportazioneRifiutata as rifiuto:
        if da_guardare(trovata):
            return mostra_anteprima(request, trovata, rifiuto.motivi)
        return mostra_esito(request, trovata, rifiuto.motivi)
    return verso(request, "importazione", pk)


def _esegui(request: HttpRequest, importazione: Importazione) -> None:
    """A short file at once, a long one behind a bar."""
    atto: dict[str, Any] = {
        "autore": request.contesto,
        "adesso": request.contesto.adesso,
        "importazione": importazione,
        "solo_giuste": request.POST.get("solo_giuste") == "si",
    }
    if servizi.e_lunga(importazione):
        servizi.chiedi_esecuzione(**atto)
    else:
        quante = servizi.esegui_importazione(**atto)
        messages.success(request, f"Importazione eseguita: {esiti.descrivi(quante)}.")


@require_http_methods(["GET", "HEAD", "POST"])
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a whole import back, after one look at what goes."""
    trovata = access.importazione(request.contesto, pk)
    if request.method != "POST" or request.POST.get("riletto") != "si":
        return _conferma_annullo(request, trovata)
    try:
        _annulla(request, trovata)
    except servizi.ImportazioneRifiutata as rifiuto:
        return mostra_esito(request, trovata, rifiuto.motivi)
    return verso(request, "importazione", pk)


def _annulla(request: HttpRequest, importazione: Importazione) -> None:
    atto: dict[str, Any] = {
        "autore": request.contesto,
        "adesso": request.contesto.adesso,
        "importazione": importazione,
    }
    if servizi.e_lunga(importazione):
        servizi.chiedi_annullo(**atto)
    else:
        servizi.annulla_importazione(**atto)
        messages.success(request, "Importazione annullata: tutto è tornato com’era prima.")


def _conferma_annullo(request: HttpRequest, importazione: Importazione) -> HttpResponse:
    slug = request.contesto.istituto.slug
    return render(
        request,
        "componenti/conferma.html",
        {
            "domanda": f"Annullare l’importazione «{importazione.nome_file}»?",
            "effetti": esiti.effetti_in_parole(importazione, annullo=True),
            "correzione": "Per rifarla si carica di nuovo il file.",
            "rilettura": "Ho riletto che cosa si perde",
            "azione": reverse("importazione_annulla", args=[slug, importazione.pk]),
            "verbo": "Annulla l’importazione",
            "ritorno": "Lascia com’è",
            "indietro": reverse("importazione", args=[slug, importazione.pk]),
        },
        status=422 if request.method == "POST" else 200,
    )


@require_POST
def scarta(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a file that was loaded."""
    trovata = access.importazione(request.contesto, pk)
    try:
        servizi.scarta_importazione(
            autore=request.contesto, adesso=request.contesto.adesso, importazione=trovata
        )
    except servizi.ImportazioneRifiutata as rifiuto:
        return mostra_esito(request, trovata, rifiuto.motivi)
    messages.success(request, f"{con_maiuscola(trovata.nome_file)}: scartato, nulla è cambiato.")
    return verso(request, "importazioni")
