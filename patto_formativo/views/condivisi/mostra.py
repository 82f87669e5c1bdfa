"""The CPIA shows an agreement to the other school, or takes it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import condivisi as access
from patto_formativo.documents.condivisa import contenuto
from patto_formativo.forms.condivisi import ScuolaForm
from patto_formativo.models import Versione
from patto_formativo.queries import condivisi as lettura
from patto_formativo.queries.patti.piano import unita_di
from patto_formativo.services.condivisi import condividi as mostra
from patto_formativo.services.condivisi import ritira_condivisione


@require_http_methods(["GET", "POST"])
def condividi(request: HttpRequest, pk: int) -> HttpResponse:
    """What the other school would see, to which school, then the act."""
    contesto = request.contesto
    versione = access.da_condividere(contesto, pk)
    form = ScuolaForm(
        request.POST or None,
        scuole=lettura.altre_scuole(contesto.istituto),
        initial={"scuola": versione.patto.altro_istituto_id},
    )
    if request.method == "POST" and form.is_valid():
        try:
            condivisa = mostra(
                autore=contesto, adesso=contesto.adesso, versione_id=versione.pk,
                scuola_id=form.cleaned_data["scuola"].pk,
            )  # fmt: skip
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        else:
            messages.success(request, f"Condiviso: {condivisa.altro_istituto} lo vede da adesso.")
            return redirect("patto:condiviso", contesto.istituto.slug, condivisa.pk)
    stato = 422 if form.errors else 200
    return render(request, "patto/condivisi/condividi.html", _scena(versione, form), status=stato)


def _scena(versione: Versione, form: ScuolaForm) -> dict[str, Any]:
    visto = contenuto(versione, unita_di(versione))
    return {
        "versione": versione,
        "corsista": versione.patto.corsista,
        "contenuto": visto,
        "percorso": lettura.percorso_in_parole(visto),
        **lettura.competenze_della_pagina(visto),
        "form": form,
        "contro": lettura.contro(versione),
        "ultima": lettura.della_versione(versione),
    }


@require_POST
def ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what nobody has answered yet."""
    contesto = request.contesto
    trovata = access.da_ritirare(contesto, pk)
    try:
        ritira_condivisione(autore=contesto, adesso=contesto.adesso, condivisione_id=trovata.pk)
    except AttoRifiutato as rifiuto:
        messages.error(request, rifiuto.violazioni[0].testo)
        return redirect("patto:condiviso", contesto.istituto.slug, pk)
    messages.success(request, f"Ritirato: {trovata.altro_istituto} non lo vede più.")
    return redirect("patto:condivisi", contesto.istituto.slug)
