"""The acts on a circular: to write, to publish, to answer, to remind, to annul."""

from cpia.avvisi.circolari.services.allineamento import allinea_destinatari
from cpia.avvisi.circolari.services.annullo import annulla_circolare
from cpia.avvisi.circolari.services.bozze import (
    DatiCircolare,
    allega_file,
    elimina_bozza,
    modifica_circolare,
    prepara_circolare,
    togli_file,
)
from cpia.avvisi.circolari.services.pubblicazione import pubblica_circolare
from cpia.avvisi.circolari.services.riscontri import registra_riscontro, ritira_riscontro
from cpia.avvisi.circolari.services.solleciti import sollecita_circolare
from cpia.avvisi.circolari.services.stampe import ristampa, stampa_circolare

__all__ = [
    "DatiCircolare",
    "allega_file",
    "allinea_destinatari",
    "annulla_circolare",
    "elimina_bozza",
    "modifica_circolare",
    "prepara_circolare",
    "pubblica_circolare",
    "registra_riscontro",
    "ristampa",
    "ritira_riscontro",
    "sollecita_circolare",
    "stampa_circolare",
    "togli_file",
]
