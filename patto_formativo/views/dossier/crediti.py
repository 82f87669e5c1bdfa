"""The credits of a person: equation, evidence with its cuts, another order on trial, reasons."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from patto_formativo.access import dossier as access
from patto_formativo.queries.crediti import conto_crediti
from patto_formativo.queries.crediti.perche import spiegazione
from patto_formativo.queries.dossier import prova_ordine
from patto_formativo.queries.patti import in_vigore
from patto_formativo.queries.patti.piano import con_le_ore_firmate
from patto_formativo.views.dossier.comuni import contesto_comune

# Ids of evidence one after the other; no key of the database has more digits.
ORDINE = re.compile(r"[0-9]{1,18}(?:,[0-9]{1,18}){0,99}")


@require_safe
def crediti(request: HttpRequest, pk: int) -> HttpResponse:
    """The hours of the path, those recognised, those left to do, each with its reason."""
    corsista = access.da_leggere(request.contesto, pk)
    pagina = contesto_comune(request, corsista, scheda="crediti")
    return render(request, "patto/dossier/crediti.html", pagina)


@require_safe
def prova(request: HttpRequest, pk: int) -> HttpResponse:
    """What the dossier would give in another order: nothing is written."""
    corsista = access.da_leggere(request.contesto, pk)
    conto = conto_crediti(corsista)
    scritto = request.GET.get("ordine", "")
    ordine = [int(p) for p in scritto.split(",")] if ORDINE.fullmatch(scritto) else []
    pagina = contesto_comune(
        request, corsista, conto=conto, scheda="crediti", prova=prova_ordine(conto, ordine)
    )
    return render(request, "patto/dossier/prova.html", pagina)


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why a figure is what it is: fragment of the drawer, or page."""
    corsista = access.da_leggere(request.contesto, pk)
    conto = con_le_ore_firmate(conto_crediti(corsista), in_vigore(corsista))
    spiegata = spiegazione(conto, request.GET.get("di", ""))
    if spiegata is None:
        raise Http404
    pagina = {"corsista": corsista, "perche": spiegata, "scrive": access.scrive(corsista)}
    return render(request, "patto/dossier/perche.html", pagina)
