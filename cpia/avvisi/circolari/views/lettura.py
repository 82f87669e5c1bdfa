"""One circular as it is read, and what the reader says of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.circolari import access, documents, rules, scaricati, services
from cpia.avvisi.circolari.errori import CircolareRifiutata
from cpia.avvisi.circolari.forms import FileForm
from cpia.avvisi.circolari.queries import destinatari, elenco
from cpia.avvisi.circolari.queries.anteprima import anteprima
from cpia.avvisi.circolari.queries.ricevute import situazione, stato_di
from cpia.avvisi.circolari.services.stampe import STAMPA
from cpia.avvisi.models import Circolare
from cpia.avvisi.queries import ultimo_lavoro


@require_safe
def circolare(request: HttpRequest, pk: int) -> HttpResponse:
    """The text for who may read it; to open it is not to say that it is read."""
    return pagina(request, access.circolare_da_leggere(request.contesto, pk))


def pagina(
    request: HttpRequest, trovata: Circolare, *, stato: int = 200, **altro: Any
) -> HttpResponse:
    """The page of a circular, or that of a draft."""
    nome = "avvisi/circolari/circolare.html" if trovata.numero else "avvisi/circolari/bozza.html"
    scena = _pubblicata if trovata.numero else _bozza
    return render(request, nome, _comune(request, trovata) | scena(request, trovata) | altro,
                  status=stato)  # fmt: skip


def _comune(request: HttpRequest, trovata: Circolare) -> dict[str, Any]:
    contesto = request.contesto
    return {
        "circolare": trovata,
        "capoversi": rules.capoversi(trovata.testo),
        "allegati": elenco.file(trovata),
        "richiesta": documents.richiesta(trovata, contesto.oggi),
        "ufficio": contesto.ha(*access.VEDONO_TUTTE),
        "scrive": contesto.ha(*access.SCRIVONO),
        "pubblica": access.pubblica(contesto),
    }


def _pubblicata(request: HttpRequest, trovata: Circolare) -> dict[str, Any]:
    contesto = request.contesto
    ricevuta = elenco.ricevuta(trovata, contesto.persona.pk)
    mia = elenco.rivolte(contesto).filter(pk=trovata.pk).exists()
    dove = situazione(trovata)
    stampa = trovata.documento and not trovata.documento.impronta
    return {
        "destinatari": destinatari.in_parole(destinatari.destinatari(trovata)),
        "mia": mia,
        "ricevuta": ricevuta,
        "stato": stato_di(trovata, ricevuta, contesto.oggi),
        "risposte": rules.RISPOSTE.get(trovata.riscontro, {}).items(),
        "ritirabile": not rules.verifica_ritiro(dove, contesto.oggi),
        "lavoro": ultimo_lavoro(contesto.istituto.pk, STAMPA, trovata.documento_id)
        if stampa
        else None,
    }


def _bozza(request: HttpRequest, trovata: Circolare) -> dict[str, Any]:
    return {
        "anteprima": anteprima(trovata, request.contesto.oggi),
        "form": FileForm(),
        "troppi": len(elenco.file(trovata)) >= rules.ALLEGATI_MASSIMI,
    }


@require_safe
def file(request: HttpRequest, pk: int, file_id: int) -> HttpResponse:
    """An attachment, for who may read the circular."""
    trovata = access.circolare_da_leggere(request.contesto, pk)
    return scaricati.allegato(access.file_di(trovata, file_id))


@require_POST
def riscontro(request: HttpRequest, pk: int) -> HttpResponse:
    """«Ho letto», or the answer that the circular asks."""
    contesto = request.contesto
    trovata = access.circolare_ricevuta(contesto, pk)
    try:
        services.registra_riscontro(
            autore=contesto,
            adesso=contesto.adesso,
            circolare_id=pk,
            risposta=request.POST.get("risposta", ""),
        )
    except CircolareRifiutata as rifiuto:
        return pagina(request, trovata, stato=422, rifiuto=rifiuto.messaggio)
    messages.success(request, f"Registrato: circolare n. {trovata.numero}.")
    return redirect("circolare", contesto.istituto.slug, pk)


@require_POST
def ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """It was a mistake: the circular is on the desk again."""
    contesto = request.contesto
    trovata = access.circolare_ricevuta(contesto, pk)
    try:
        services.ritira_riscontro(autore=contesto, adesso=contesto.adesso, circolare_id=pk)
    except CircolareRifiutata as rifiuto:
        return pagina(request, trovata, stato=422, rifiuto=rifiuto.messaggio)
    messages.success(request, "Ritirato: la circolare è di nuovo tra le cose da fare.")
    return redirect("circolare", contesto.istituto.slug, pk)
