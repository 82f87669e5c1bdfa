"""An application is closed, excluded with its reason, opened again."""

from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import Conflitto
from cpia.norme.forms.comuni import ConViolazioni
from selezioni_pon.access import verifica as access
from selezioni_pon.access.verifica import Tavolo
from selezioni_pon.forms.commissione.esami import ChiusuraForm, EsclusioneForm, RiaperturaForm
from selezioni_pon.queries.commissione.candidati import candidati, prossimo
from selezioni_pon.queries.commissione.membri import conflitti_di
from selezioni_pon.queries.commissione.punteggi import esame_di, punteggi, versione_di
from selezioni_pon.queries.commissione.requisiti import chiesti
from selezioni_pon.services.commissione import esami as servizi
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.commissione.tavolo import InMano, pagina, torna
from selezioni_pon.views.comuni import digitato, indirizzo, mostra

F = TypeVar("F", bound=ConViolazioni)
METODI = ["GET", "HEAD", "POST"]
CAMBIATA = (
    "Nel frattempo un altro componente ha deciso qualcosa di questa domanda: rileggila com’è "
    "adesso, poi compi di nuovo l’atto."
)


@require_POST
@dopo_la_dichiarazione
def chiudi(request: HttpRequest, pk: int, invio: int) -> HttpResponse:
    """Close the check of an application, and go on to the next one."""
    contesto = request.contesto
    tavolo = access.tavolo(contesto, pk, invio)
    form = ChiusuraForm(request.POST)
    try:
        chiusa = compiuto(
            request, form,
            lambda: servizi.chiudi_domanda(
                autore=contesto, adesso=contesto.adesso, invio_id=tavolo.invio.pk,
                versione=form.cleaned_data["versione"],
                esperienza_accertata=form.cleaned_data["esperienza"],
            ),
        )  # fmt: skip
    except Conflitto:
        return pagina(request, tavolo, InMano(chiusura=_di_nuovo(tavolo, form), stato=409))
    if not chiusa:
        return pagina(request, tavolo, InMano(chiusura=form, stato=422))
    return _al_prossimo(request, tavolo, "La verifica della domanda è chiusa.")


@require_http_methods(METODI)
@dopo_la_dichiarazione
def escludi(request: HttpRequest, pk: int, invio: int) -> HttpResponse:
    """Exclude an application, on a page that is read again before."""
    contesto = request.contesto
    tavolo = access.tavolo(contesto, pk, invio)
    form = EsclusioneForm(
        digitato(request), chiesti=chiesti(tavolo.avviso),
        initial={"versione": versione_di(tavolo.invio)},
    )  # fmt: skip
    stato = 422
    try:
        if compiuto(
            request, form,
            lambda: servizi.escludi_domanda(
                autore=contesto, adesso=contesto.adesso, invio_id=tavolo.invio.pk,
                versione=form.cleaned_data["versione"], dati=form.dati,
            ),
        ):  # fmt: skip
            return _al_prossimo(request, tavolo, "La domanda è esclusa, con il suo motivo.")
    except Conflitto:
        _di_nuovo(tavolo, form)
        stato = 409
    dati = {"form": form, "avviso": tavolo.avviso, "invio": tavolo.invio}
    risposta = mostra(request, "verifica/escludi", dati)
    if request.method == "POST":
        risposta.status_code = stato
    return risposta


@require_http_methods(METODI)
@dopo_la_dichiarazione
def riapri(request: HttpRequest, pk: int, invio: int) -> HttpResponse:
    """Open a closed application again, with the reason."""
    contesto = request.contesto
    tavolo = access.tavolo(contesto, pk, invio)
    form = RiaperturaForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.riapri_domanda(
            autore=contesto, adesso=contesto.adesso, invio_id=tavolo.invio.pk,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        messages.success(request, "La verifica della domanda è di nuovo aperta.")
        return torna(request, tavolo)
    esame = esame_di(tavolo.invio)
    if request.method != "POST" and (esame is None or esame.chiuso_il is None):
        messages.info(request, "La verifica di questa domanda è già aperta.")
        return torna(request, tavolo)
    dati = {"form": form, "avviso": tavolo.avviso, "invio": tavolo.invio, "esame": esame}
    return mostra(request, "verifica/riapri", dati)


def _di_nuovo(tavolo: Tavolo, form: F) -> F:
    """The same form over the application as it is now, saying so."""
    dati = form.data.copy()
    dati["versione"] = str(versione_di(tavolo.invio))
    form.data = dati
    form.add_error(None, CAMBIATA)
    return form


def _al_prossimo(request: HttpRequest, tavolo: Tavolo, detto: str) -> HttpResponse:
    """On to the next application that waits; when none does, to the list of them."""
    messages.success(request, detto)
    conflitti = conflitti_di(tavolo.membro.commissione_id)
    elenco = candidati(punteggi(tavolo.avviso), conflitti.get(tavolo.membro.pk, ()))
    posto = next(uno.posto for uno in elenco if uno.pk == tavolo.invio.pk)
    dopo = prossimo(elenco, posto)
    if dopo is None:
        return redirect(indirizzo(request, "verifica", tavolo.avviso.pk))
    return redirect(indirizzo(request, "verifica_domanda", tavolo.avviso.pk, dopo.pk))
