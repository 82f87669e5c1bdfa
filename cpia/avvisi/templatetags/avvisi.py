"""A long work wherever its page is: ``{% lavoro lavoro %}``."""

import math
from typing import Any

from django import template
from django.template.context import Context
from django.urls import Resolver404, resolve, reverse

from cpia.avvisi.enums import StatoLavoro
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services.lavori import APERTI

register = template.Library()


@register.inclusion_tag("avvisi/lavoro.html", takes_context=True)
def lavoro(context: Context, lavoro: Lavoro) -> dict[str, Any]:
    """How far it is, with stop and result for who asked; for the others one line that says so."""
    richiesta = context["request"]
    return {
        "request": richiesta,
        "csrf_token": context.get("csrf_token"),
        "mio": lavoro.richiesto_da_id == richiesta.contesto.persona.pk,
        "lavoro": descrivi(lavoro, richiesta.contesto.istituto.slug),
        "di": lavoro,
    }


def descrivi(lavoro: Lavoro, slug: str) -> dict[str, Any]:
    """What the shared component shows of a work."""
    in_corso = lavoro.stato in APERTI
    da_scaricare = _da_scaricare(lavoro.indirizzo)
    pronto = da_scaricare and lavoro.stato == StatoLavoro.FINITO
    return {
        "codice": lavoro.pk,
        "titolo": lavoro.titolo,
        "fatti": lavoro.fatti,
        "totale": lavoro.totale,
        "in_corso": in_corso,
        "fermato": lavoro.stato == StatoLavoro.FERMATO,
        "secondi": secondi_rimasti(lavoro) if in_corso else None,
        "url_stato": reverse("lavoro", args=[slug, lavoro.pk]),
        "url_ferma": reverse("lavoro_ferma", args=[slug, lavoro.pk]),
        "falliti": [{"nome": e["chi"], "motivo": e["testo"]} for e in lavoro.errori],
        "file": {"url": lavoro.indirizzo, "testo": "Scarica il documento"} if pronto else None,
        "dove": "" if da_scaricare or in_corso else lavoro.indirizzo,
    }


def _da_scaricare(indirizzo: str) -> bool:
    try:
        return resolve(indirizzo).url_name == "documento"
    except Resolver404:
        return False


def secondi_rimasti(lavoro: Lavoro) -> int | None:
    """At the pace kept so far, rounded up to five seconds; None before the first piece."""
    if not lavoro.fatti:
        return None
    passati = (lavoro.aggiornato_il - lavoro.richiesto_il).total_seconds()
    rimasti = passati / lavoro.fatti * (lavoro.totale - lavoro.fatti)
    return max(5, math.ceil(rimasti / 5) * 5)
