"""Notices: what is due, the outbox, long work."""

from cpia.avvisi.services.lavori import (
    accoda,
    avanza,
    comincia,
    concludi,
    ferma_lavoro,
    riaccoda_persi,
    segna_lavoro_visto,
)
from cpia.avvisi.services.promemoria import (
    Avviso,
    consegna_prossimo,
    metti_in_uscita,
    mostra_nel_portale,
    segna_letta,
    segna_tutte_lette,
)
from cpia.avvisi.services.scadenze import apri_scadenze, chiudi_scadenze, riapri_scadenze

__all__ = [
    "Avviso",
    "accoda",
    "apri_scadenze",
    "avanza",
    "chiudi_scadenze",
    "comincia",
    "concludi",
    "consegna_prossimo",
    "ferma_lavoro",
    "metti_in_uscita",
    "mostra_nel_portale",
    "riaccoda_persi",
    "riapri_scadenze",
    "segna_lavoro_visto",
    "segna_letta",
    "segna_tutte_lette",
]
