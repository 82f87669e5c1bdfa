"""The search of the bar while one types, and its page."""

import json
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.portale.ricerca import cerca as ricerca
from cpia.portale.ricerca.domanda import LUNGHEZZA_MASSIMA, pulita
from cpia.scuola.parole import plurale

SUBITO = "trovati-subito"
PAGINE_MASSIME = 200


@require_safe
def cerca(request: HttpRequest) -> HttpResponse:
    """What the person may open and whose words begin as those that are searched.

    Asked by the field of the bar it answers with the few first of each kind; what is searched is
    written nowhere.
    """
    testo, tipo = pulita(request.GET.get("q", "")), request.GET.get("in", "")
    if request.htmx and request.htmx.target == SUBITO:
        return _subito(request, testo)
    if tipo:
        return _di_un_tipo(request, testo, tipo)
    return _pagina(request, testo, ricerca.cerca(request.contesto, testo), {})


def _subito(request: HttpRequest, testo: str) -> HttpResponse:
    esito = ricerca.cerca(request.contesto, testo, per_tipo=ricerca.PER_TIPO_IN_BREVE)
    response = render(request, "portale/cerca_subito.html", {"esito": esito, "testo": testo})
    if esito.domanda:
        detto = plurale(esito.in_tutto, "risultato", "risultati", "Nessun risultato")
        response["HX-Trigger"] = json.dumps({"annuncia": detto})
    return response


def _di_un_tipo(request: HttpRequest, testo: str, tipo: str) -> HttpResponse:
    scritto = request.GET.get("pagina", "")
    numero = int(scritto) if scritto.isascii() and scritto.isdigit() and len(scritto) < 4 else 1
    numero = min(max(numero, 1), PAGINE_MASSIME)
    esito = ricerca.cerca_in(request.contesto, testo, tipo, numero)
    pagine = Paginator(range(esito.in_tutto), ricerca.PER_PAGINA)
    return _pagina(request, testo, esito, {"tipo": tipo, "pagina": pagine.get_page(numero)})


def _pagina(
    request: HttpRequest, testo: str, esito: ricerca.Esito, altro: dict[str, Any]
) -> HttpResponse:
    dati = {"testo": testo, "esito": esito, "lunghezza": LUNGHEZZA_MASSIMA}
    return render(request, "portale/cerca.html", dati | altro)
