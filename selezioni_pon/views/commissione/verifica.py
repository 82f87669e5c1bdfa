"""The applications of a call, one on the table at a time, and why a score is what it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from selezioni_pon.access import verifica as access
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.queries.commissione.candidati import candidati, prossimo
from selezioni_pon.queries.commissione.membri import conflitti_di
from selezioni_pon.queries.commissione.motivi import motivi_di, motivi_per
from selezioni_pon.queries.commissione.punteggi import punteggi, valutate
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.services.candidature.lettura import leggi_allegato_inviato
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.commissione.tavolo import InMano, pagina
from selezioni_pon.views.comuni import file_aperto, indirizzo, mostra

CIFRE = 9


@require_safe
@dopo_la_dichiarazione
def verifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Who applied, with what is left to do of each; ``?vai=`` opens the first that waits."""
    membro = access.seduto(request.contesto, pk)
    conflitti = conflitti_di(membro.commissione_id)
    elenco = candidati(punteggi(membro.commissione.avviso), conflitti.get(membro.pk, ()))
    dopo = prossimo(elenco)
    if dopo is not None and "vai" in request.GET:
        return redirect(indirizzo(request, "verifica_domanda", pk, dopo.pk))
    dati = {
        "avviso": membro.commissione.avviso,
        "membro": membro,
        "candidati": elenco,
        "chiuse": sum(uno.valutata.chiusa for uno in elenco),
        "dopo": dopo,
    }
    return mostra(request, "verifica/candidati", dati)


@require_safe
@dopo_la_dichiarazione
def domanda(request: HttpRequest, pk: int, invio: int) -> HttpResponse:
    """One application; ``?apri=`` a title and ``?esito=`` open the form of its decision."""
    tavolo = access.tavolo(request.contesto, pk, invio)
    chiesto = request.GET.get("esito", "")
    esito = next((uno for uno in EsitoTitolo if uno == chiesto), None)
    return pagina(request, tavolo, InMano(titolo=_numero(request.GET.get("apri")), esito=esito))


@require_safe
@dopo_la_dichiarazione
def perche(request: HttpRequest, pk: int, invio: int) -> HttpResponse:
    """Why the accepted score is what it is; ``?di=`` the place of an item, or all of them."""
    tavolo = access.tavolo(request.contesto, pk, invio)
    griglia = griglia_di(tavolo.avviso)
    (una,) = valutate(griglia, [tavolo.invio])
    posto = _numero(request.GET.get("di"))
    voce = dict(enumerate(griglia.voci, start=1)).get(posto) if posto is not None else None
    if posto is not None and voce is None:
        raise Http404
    dati = {
        "avviso": tavolo.avviso,
        "invio": tavolo.invio,
        "una": una,
        "voce": voce,
        "riga": next((r for r in una.confronto.righe if r.voce == voce), None),
        "motivi": motivi_per(una, voce) if voce else motivi_di(una),
    }
    return render(request, "selezioni/verifica/perche.html", dati)


@require_safe
@dopo_la_dichiarazione
def file(request: HttpRequest, pk: int, invio: int, allegato: int) -> HttpResponse:
    """A file of an application; the register keeps that it was read."""
    contesto = request.contesto
    trovato = access.allegato(contesto, pk, invio, allegato)
    contenuto = leggi_allegato_inviato(autore=contesto, adesso=contesto.adesso, inviato=trovato)
    return file_aperto(trovato.allegato, contenuto)


def _numero(detto: str | None) -> int | None:
    """A number of the address; None for what is not one."""
    if not detto or len(detto) > CIFRE or not (detto.isascii() and detto.isdecimal()):
        return None
    return int(detto)
