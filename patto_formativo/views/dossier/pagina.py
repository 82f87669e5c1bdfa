"""The dossier of a person: request, evidence in its order, valuation, certificate."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from patto_formativo.access import dossier as access
from patto_formativo.forms.dossier import RichiestaForm
from patto_formativo.models import Corsista
from patto_formativo.queries.crediti import dossier_di
from patto_formativo.services import dossier as servizi
from patto_formativo.views.dossier.comuni import (
    CAMBIATO,
    contesto_comune,
    fatto,
    messaggio,
    rifiutato,
    versione_letta,
)


@require_safe
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The evidence in its order, who put it there, how it was ascertained."""
    corsista = access.da_leggere(request.contesto, pk)
    return mostra(request, corsista)


def mostra(
    request: HttpRequest, corsista: Corsista, *, stato: int = 200, **altro: Any
) -> HttpResponse:
    """The page of the dossier."""
    pagina = contesto_comune(request, corsista, scheda="dossier", **altro)
    return render(request, "patto/dossier/dossier.html", pagina, status=stato)


@require_POST
def chiedi(request: HttpRequest, pk: int) -> HttpResponse:
    """The tutor records that the person asked for the recognition."""
    contesto = request.contesto
    corsista = access.da_scrivere(contesto, pk)
    form = RichiestaForm(request.POST)
    if form.is_valid():
        try:
            servizi.chiedi_riconoscimento(
                autore=contesto,
                adesso=contesto.adesso,
                corsista_id=pk,
                giorno=form.cleaned_data["giorno"],
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            return fatto(request, corsista, "Richiesta registrata.")
    # Where it was asked for meanwhile the form is not on the page: what is against it is on top.
    aperto = dossier_di(corsista)
    altrove = " ".join(form.errors.get("giorno", ())) if aperto and aperto.richiesto_il else ""
    return mostra(request, corsista, stato=422, richiesta=form, rifiuto=altrove)


@require_POST
def chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the identification: from here on the evidence is ascertained."""
    return _compi(request, pk, servizi.chiudi_dossier, "Identificazione conclusa: ora si valuta.")


@require_POST
def riapri(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the identification again."""
    return _compi(request, pk, servizi.riapri_dossier, "Il dossier è di nuovo aperto.")


def _compi(
    request: HttpRequest, pk: int, servizio: Callable[..., object], annuncio: str
) -> HttpResponse:
    contesto = request.contesto
    corsista = access.da_scrivere(contesto, pk)
    aperto = dossier_di(corsista)
    if aperto is None:
        return mostra(request, corsista, stato=422, rifiuto="Il dossier non è ancora aperto.")
    atto = partial(servizio, autore=contesto, adesso=contesto.adesso, dossier_id=aperto.pk)
    try:
        atto(versione=versione_letta(request))
    except Conflitto:
        return rifiutato(request, corsista, CAMBIATO)
    except AttoRifiutato as rifiuto:
        return mostra(request, corsista, stato=422, rifiuto=messaggio(rifiuto))
    return fatto(request, corsista, annuncio)
