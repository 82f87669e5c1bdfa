"""One agreement as the other school sees it, with its answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import condivisi as access
from patto_formativo.forms.condivisi import RispostaForm
from patto_formativo.models import Condivisione
from patto_formativo.queries import condivisi as lettura
from patto_formativo.services.condivisi import rispondi as registra


@require_safe
def condiviso(request: HttpRequest, pk: int) -> HttpResponse:
    """What was shown; for who answers also where to write the answer."""
    trovata = access.condivisa(request.contesto, pk)
    return render(request, "patto/condivisi/pagina.html", scena(request, trovata, RispostaForm()))


@require_POST
def rispondi(request: HttpRequest, pk: int) -> HttpResponse:
    """Ratify, or write what does not hold."""
    contesto = request.contesto
    trovata = access.ricevuta(contesto, pk)
    form = RispostaForm(request.POST)
    if form.is_valid():
        try:
            registra(
                autore=contesto, adesso=contesto.adesso, condivisione_id=trovata.pk,
                risposta=form.risposta,
            )  # fmt: skip
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            messages.success(request, f"Risposta registrata: {trovata.istituto} la vede adesso.")
            return redirect("patto:condiviso", contesto.istituto.slug, pk)
    dati = scena(request, trovata, form)
    return render(request, "patto/condivisi/pagina.html", dati, status=422)


def scena(request: HttpRequest, trovata: Condivisione, form: RispostaForm) -> dict[str, Any]:
    """What the page shows, from the side of who looks."""
    contesto = request.contesto
    mia = trovata.istituto_id == contesto.istituto.pk
    con = trovata.altro_istituto if mia else trovata.istituto
    aperta = trovata.ratificata_il is None
    return {
        "voce": lettura.RigaCondivisa(trovata, con, mia),
        "contenuto": trovata.contenuto,
        **lettura.competenze_della_pagina(trovata.contenuto),
        "form": form,
        "risponde": not mia and aperta,
        "ritira": mia and aperta and access.puo_ritirare(contesto, trovata),
        "suggerite": [] if mia else lettura.delibere_suggerite(contesto),
    }
