"""Notices: what is due, the outbox, long work."""

from cpia.avvisi.services.calendario import (
    crea_calendario,
    leggi_calendario,
    revoca_calendario,
)
from cpia.avvisi.services.consegna import Giro, consegna_prossimo
from cpia.avvisi.services.doveri import allinea_scrivanie, dovere_aperto
from cpia.avvisi.services.lavori import (
    accoda,
    avanza,
    comincia,
    concludi,
    ferma_lavoro,
    riaccoda_persi,
    segna_lavoro_visto,
)
from cpia.avvisi.services.lette import segna_letta, segna_tutte_lette
from cpia.avvisi.services.preferenze import scegli_avvisi
from cpia.avvisi.services.riepilogo import manda_riepilogo
from cpia.avvisi.services.scadenze import apri_scadenze, chiudi_scadenze, riapri_scadenze
from cpia.avvisi.services.solleciti import ritira_solleciti, sollecita_scadenze
from cpia.avvisi.services.uscita import (
    RIPENSAMENTO,
    Avviso,
    Lettera,
    metti_in_uscita,
    mostra_nel_portale,
    ritira_dall_uscita,
)

__all__ = [
    "RIPENSAMENTO",
    "Avviso",
    "Giro",
    "Lettera",
    "accoda",
    "allinea_scrivanie",
    "apri_scadenze",
    "avanza",
    "chiudi_scadenze",
    "comincia",
    "concludi",
    "consegna_prossimo",
    "crea_calendario",
    "dovere_aperto",
    "ferma_lavoro",
    "leggi_calendario",
    "manda_riepilogo",
    "metti_in_uscita",
    "mostra_nel_portale",
    "revoca_calendario",
    "riaccoda_persi",
    "riapri_scadenze",
    "ritira_dall_uscita",
    "ritira_solleciti",
    "scegli_avvisi",
    "segna_lavoro_visto",
    "segna_letta",
    "segna_tutte_lette",
    "sollecita_scadenze",
]
