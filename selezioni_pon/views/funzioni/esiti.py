"""To whom an area goes: the vote of the Collegio, the act, or nobody."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import funzioni as access
from selezioni_pon.forms.funzioni.esiti import SenzaEsitoForm, SorteggioForm, VotoForm
from selezioni_pon.models import AreaFunzione
from selezioni_pon.queries.funzioni.quadro import Quadro, quadro
from selezioni_pon.services import funzioni as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

METODI = ["GET", "HEAD", "POST"]


@require_http_methods(METODI)
def funzione_parita(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Record the vote of the Collegio, or the draw, between who is level for an area."""
    contesto = request.contesto
    area = access.area_diretta(contesto, pk, s)
    letto = quadro(area.procedura, contesto.oggi)
    esito = letto.esito(area)
    if not (esito.da_votare or esito.da_sorteggiare) and request.method != "POST":
        messages.info(request, "Per quest’area nessuno è a pari merito.")
        return redirect(indirizzo(request, "funzioni_procedura", pk))
    if esito.da_sorteggiare:
        sorteggio = SorteggioForm(digitato(request), pari=_nomi(letto, area, esito.da_sorteggiare))
        if compiuto(
            request, sorteggio,
            lambda: servizi.registra_sorteggio(
                autore=contesto, adesso=contesto.adesso, area_id=s, estratti=sorteggio.estratti,
                verbale=sorteggio.cleaned_data["verbale"],
            ),
        ):  # fmt: skip
            return fatto(request, "Il sorteggio è registrato.", "funzioni_procedura", pk)
        return _parita(request, area, sorteggio, "sorteggio")
    voto = VotoForm(digitato(request), pari=_nomi(letto, area, esito.da_votare))
    if compiuto(
        request, voto,
        lambda: servizi.registra_voto(
            autore=contesto, adesso=contesto.adesso, area_id=s, voti=voto.voti,
            votanti=voto.cleaned_data["votanti"], verbale=voto.cleaned_data["verbale"],
        ),
    ):  # fmt: skip
        return fatto(request, "Il voto è registrato.", "funzioni_procedura", pk)
    return _parita(request, area, voto, "voto")


def _nomi(letto: Quadro, area: AreaFunzione, chi: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(uno, letto.di(area, uno).docente.nome_e_cognome) for uno in chi]


def _parita(request: HttpRequest, area: AreaFunzione, form: Any, che: str) -> HttpResponse:
    dati = {"form": form, "procedura": area.procedura, "area": area, "che": che}
    return mostra(request, "funzioni/parita", dati)


@require_http_methods(METODI)
def funzione_attribuisci(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Give an area to whom the rules say, read again before."""
    contesto = request.contesto
    area = access.area_diretta(contesto, pk, s)
    letto = quadro(area.procedura, contesto.oggi)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.attribuisci_area(autore=contesto, adesso=contesto.adesso, area_id=s),
    ):  # fmt: skip
        testo = "La funzione è attribuita: la lettera ha il suo numero e si stampa."
        return fatto(request, testo, "funzioni_procedura", pk)
    esito = letto.esito(area)
    nomi = [nome for _, nome in _nomi(letto, area, esito.a)]
    dati = {
        "form": form,
        "procedura": area.procedura,
        "area": area,
        "esito": esito,
        "nomi": nomi,
        "domanda": f"Attribuire l’area {area.sigla}?",
        "verbo": "Attribuisci la funzione",
        "effetti": [
            f"la funzione va a {', '.join(nomi) or 'nessuno'}",
            "la lettera prende un numero di protocollo e si stampa in PDF",
            "chi la riceve ha un avviso, e sulla scrivania i giorni delle relazioni",
        ],
        "correzione": "Se serve, la funzione si fa cessare prima, con il motivo.",
        "azione": request.path,
        "indietro": indirizzo(request, "funzioni_procedura", pk),
    }
    return mostra(request, "funzioni/attribuisci", dati)


@require_http_methods(METODI)
def funzione_senza(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Say why an area is given to nobody."""
    contesto = request.contesto
    area = access.area_diretta(contesto, pk, s)
    form = SenzaEsitoForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.chiudi_area(
            autore=contesto, adesso=contesto.adesso, area_id=s,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "L’area resta senza funzione.", "funzioni_procedura", pk)
    dati = {"form": form, "procedura": area.procedura, "area": area}
    return mostra(request, "funzioni/senza", dati)
