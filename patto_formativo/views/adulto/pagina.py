"""The page of who learns: where one is, what the agreement says, what one may do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from patto_formativo.access import adulto as access
from patto_formativo.cortesia import Testi
from patto_formativo.documents.cortesia import riassunto
from patto_formativo.documents.mia_pagina import (
    Detto,
    accoglienza_detta,
    detto,
    orario_detto,
    senza_percorso,
)
from patto_formativo.models import Corsista
from patto_formativo.queries.accoglienza import accoglienza_di
from patto_formativo.queries.adulto import (
    MioPatto,
    domanda_accolta,
    miei,
    mio_patto,
    richieste_mie,
    riconosciuti,
)
from patto_formativo.queries.frequenza import frequenza_di
from patto_formativo.rules.momento import Momento
from patto_formativo.services.patti.apertura import orario
from patto_formativo.views.adulto.lingua import in_lingua

CON_LEZIONI = (Momento.SOTTOSCRITTO, Momento.IN_CORSO, Momento.CONCLUSO, Momento.RITIRATO)


@require_safe
def mio(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """The own agreement, or that of a minor; without a path, what comes next."""
    contesto = request.contesto
    corsista = access.il_primo(contesto) if pk is None else access.mio(contesto, pk)
    dati = in_lingua(request, corsista)
    if corsista is None:
        attende = domanda_accolta(contesto) is not None
        dati["detto"] = senza_percorso(dati["parole"], accolta=attende)
        return render(request, "patto/adulto/senza.html", dati)
    dati |= _del_percorso(request, corsista, dati)
    return render(request, "patto/adulto/mio.html", dati)


def _del_percorso(request: HttpRequest, corsista: Corsista, dati: dict[str, Any]) -> dict[str, Any]:
    contesto, parole = request.contesto, dati["parole"]
    visto = mio_patto(contesto, corsista)
    fatti = visto.fatti
    return {
        "mio": visto,
        "altri": [c for c in miei(contesto) if c.pk != corsista.pk],
        "detto": _detto(parole, visto, contesto.adesso),
        "riassunto": riassunto(dati["lingua"], fatti, dati["riletto_da"]) if fatti else None,
        "crediti": riconosciuti(corsista, visto.mostrata),
        "orario": orario_detto(parole, corsista.offerta, visto.mostrata, orario(corsista)),
        "richieste": richieste_mie(contesto, corsista),
        "frequenza": frequenza_di(corsista) if visto.momento in CON_LEZIONI else None,
    }


def _detto(parole: Testi, visto: MioPatto, adesso: Any) -> Detto:
    if visto.momento == Momento.ACCOGLIENZA:
        ore = accoglienza_di(visto.corsista).contate
        return accoglienza_detta(parole, parole.conta("ore", ore))
    return detto(parole, visto, adesso)
