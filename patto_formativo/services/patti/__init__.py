"""The acts of an agreement, from the draft to its end."""

from patto_formativo.services.patti.apertura import aggiorna_ore, apri_patto
from patto_formativo.services.patti.approvazione import approva_patti
from patto_formativo.services.patti.chiusura import (
    chiudi_versioni,
    concludi_patto,
    ritira_patto,
)
from patto_formativo.services.patti.continuazione import continua_nel_secondo_anno
from patto_formativo.services.patti.firme import firma_patto
from patto_formativo.services.patti.piano import RigaUnita, proponi_riparto, salva_piano
from patto_formativo.services.patti.proposta import proponi_patto, riporta_in_bozza
from patto_formativo.services.patti.richieste import chiedi_modifica, rispondi_richiesta
from patto_formativo.services.patti.rinegoziazione import rinegozia
from patto_formativo.services.patti.solleciti import sollecita_firma
from patto_formativo.services.patti.stampa import chiedi_stampa, stampa_patti

__all__ = [
    "RigaUnita",
    "aggiorna_ore",
    "approva_patti",
    "apri_patto",
    "chiedi_modifica",
    "chiedi_stampa",
    "chiudi_versioni",
    "concludi_patto",
    "continua_nel_secondo_anno",
    "firma_patto",
    "proponi_patto",
    "proponi_riparto",
    "rinegozia",
    "riporta_in_bozza",
    "rispondi_richiesta",
    "ritira_patto",
    "salva_piano",
    "sollecita_firma",
    "stampa_patti",
]
