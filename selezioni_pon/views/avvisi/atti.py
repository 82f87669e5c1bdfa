"""The acts of who directs on a call, each on its page and read again before it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.access import avvisi as access
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.forms.atti import PubblicaForm, RevocaForm
from selezioni_pon.forms.impossibilita import ImpossibilitaForm
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.incarichi.finale import si_propone
from selezioni_pon.queries.incarichi.numeri import numeri_di
from selezioni_pon.services import avvisi as servizi
from selezioni_pon.views.avvisi.prima import prima_di_pubblicare
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI = ["GET", "HEAD", "POST"]
PUBBLICATO = "L’avviso è all’albo: da adesso si aspettano le domande."
ACCERTATA = "L’impossibilità è registrata: l’avviso è concluso."
NON_BOZZA = "L’avviso non è più una bozza: è già stato pubblicato."
NON_PUBBLICATO = "Quest’atto si compie su un avviso pubblicato."


@require_http_methods(METODI)
def avviso_pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft, once it was read again with what the check of its grid found."""
    contesto = request.contesto
    avviso = access.avviso_da_pubblicare(contesto, pk)
    if avviso.stato != StatoAvviso.BOZZA and request.method != "POST":
        return _altrove(request, pk, NON_BOZZA)
    prima = prima_di_pubblicare(avviso, contesto.adesso)
    form = PubblicaForm(
        digitato(request), rilievi=len(prima.rilievi), initial={"versione": avviso.versione}
    )
    try:
        pubblicato = compiuto(request, form, lambda: _pubblica(request, pk, form))
    except Conflitto as conflitto:
        pubblicato = False
        form.di_nuovo(conflitto.attuale)
    if pubblicato:
        return fatto(request, PUBBLICATO, "avviso", pk)
    return mostra(request, "avvisi/pubblica", {"form": form, "avviso": avviso, "prima": prima})


def _pubblica(request: HttpRequest, pk: int, form: PubblicaForm) -> None:
    contesto = request.contesto
    try:
        servizi.pubblica_avviso(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk,
            versione=form.cleaned_data["versione"], rilievi_letti=form.letti,
        )  # fmt: skip
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", una.testo, una.fonte) for una in rifiuto.violazioni]
        ) from rifiuto


@require_http_methods(METODI)
def avviso_revoca(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a published call back, with the reason."""
    contesto = request.contesto
    avviso = access.avviso_da_pubblicare(contesto, pk)
    if avviso.stato != StatoAvviso.PUBBLICATO and request.method != "POST":
        return _altrove(request, pk, NON_PUBBLICATO)
    form = RevocaForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.revoca_avviso(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "L’avviso è revocato.", "avviso", pk)
    return mostra(request, "avvisi/revoca", {"form": form, "avviso": avviso})


@require_http_methods(METODI)
def avviso_impossibilita(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that a call did not meet the need: the next one may then be prepared."""
    contesto = request.contesto
    avviso = access.avviso_da_pubblicare(contesto, pk)
    if not si_propone(avviso) and request.method != "POST":
        return _altrove(request, pk, NON_PUBBLICATO)
    numeri = numeri_di(avviso)
    form = ImpossibilitaForm(
        digitato(request), contati=numeri is not None, initial={"accertata_il": contesto.oggi}
    )
    if compiuto(
        request, form,
        lambda: servizi.accerta_impossibilita(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, ACCERTATA, "avviso", pk)
    dati = {
        "form": form, "avviso": avviso, "aperto": aperto(avviso, contesto.adesso),
        "numeri": numeri,
    }  # fmt: skip
    return mostra(request, "avvisi/impossibilita", dati)


def _altrove(request: HttpRequest, pk: int, testo: str) -> HttpResponse:
    messages.info(request, testo)
    return redirect(indirizzo(request, "avviso", pk))
