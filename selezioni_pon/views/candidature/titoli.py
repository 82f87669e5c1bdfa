"""The items of the grid: declared one by one, with what they would be worth and why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from selezioni_pon.access import candidature as access
from selezioni_pon.enums import Passo
from selezioni_pon.forms.candidature.risposta import RispostaForm
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.candidature.prova import conto_di
from selezioni_pon.queries.candidature.scheda import con_le_righe
from selezioni_pon.rules.griglia.frasi import fonte_di
from selezioni_pon.services.candidature.risposte import scrivi_risposta
from selezioni_pon.views.candidature.pagina import cornice, pagina, scritto, tenuto
from selezioni_pon.views.candidature.voci import (
    domanda_di,
    modulo_risposta,
    sezioni_scritte,
    voce_scritta,
)
from selezioni_pon.views.comuni import indirizzo


def titoli(
    request: HttpRequest,
    candidatura: Candidatura,
    stato: int = 200,
    **altro: Any,
) -> HttpResponse:
    """All the items; with ``risposta`` or ``prova`` the form of one that was refused."""
    con_le_righe(candidatura)
    conto = conto_di(candidatura)
    risposta, prova = altro.get("risposta"), altro.get("prova")
    dati = cornice(request, candidatura, Passo.TITOLI) | {
        "conto": conto,
        "sezioni": sezioni_scritte(candidatura, conto, risposta, prova),
    }
    return pagina(request, "titoli", dati, stato)


@require_http_methods(["POST", "PATCH"])
def candidatura_risposta(request: HttpRequest, pk: int, posto: int) -> HttpResponse:
    """Keep what is declared of an item: while it is written (PATCH), or with its button."""
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    domanda = domanda_di(candidatura, posto)
    form = RispostaForm(scritto(request), domanda=domanda)
    stato = 422
    if form.is_valid():
        stato = tenuto(
            form,
            lambda: scrivi_risposta(
                autore=contesto, adesso=contesto.adesso, candidatura_id=pk,
                voce=domanda.voce.numero, letta=form.letta, valore=form.valore,
                descrizione=form.cleaned_data["descrizione"],
            ),
        )  # fmt: skip
    candidatura = access.mia(contesto, pk)
    if request.method == "PATCH":
        return _esito(request, candidatura, posto, form, stato)
    if stato == 200:
        return alla_voce(request, candidatura, posto)
    return titoli(request, candidatura, stato, risposta=form)


@require_safe
def candidatura_perche(request: HttpRequest, pk: int, posto: int) -> HttpResponse:
    """Why an item gives its points: the drawer, or its own page."""
    candidatura = con_le_righe(access.mia(request.contesto, pk))
    domanda = domanda_di(candidatura, posto)
    conto = conto_di(candidatura)
    provata = conto.voci[domanda.nome]
    dati = {
        "candidatura": candidatura,
        "avviso": candidatura.avviso,
        "voce": domanda.voce,
        "domanda": domanda,
        "provata": provata,
        "parte": next(parte for parte in conto.parti if provata in parte.voci),
        "fonte": fonte_di(conto.foglio.griglia, domanda.voce),
        "contesa": conto.foglio.griglia.contesa if provata.punti.altri_punti else None,
    }
    return pagina(request, "perche", dati)


def _esito(
    request: HttpRequest, candidatura: Candidatura, posto: int, form: RispostaForm, stato: int
) -> HttpResponse:
    """What changes of the page while one writes an item."""
    con_le_righe(candidatura)
    conto = conto_di(candidatura)
    dati = cornice(request, candidatura, Passo.TITOLI) | {
        "conto": conto,
        "voce": voce_scritta(candidatura, conto.voci[form.domanda.nome], form, None),
        "versione": modulo_risposta(candidatura, form.domanda).initial["versione"],
        "salvato_il": candidatura.modificata_il if stato == 200 else None,
    }
    return pagina(request, "_risposta_esito", dati, stato)


def alla_voce(request: HttpRequest, candidatura: Candidatura, posto: int) -> HttpResponse:
    """Back to the items, at one of them."""
    passo = indirizzo(request, "candidatura_passo", candidatura.pk, Passo.TITOLI.value)
    return redirect(f"{passo}#voce-{posto}")
