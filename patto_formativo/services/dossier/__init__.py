"""The acts on a dossier: opened, filled, closed, ascertained, attested."""

from patto_formativo.services.dossier.apertura import apri_dossier, chiedi_riconoscimento
from patto_formativo.services.dossier.attestazione import STAMPA, rilascia_certificato
from patto_formativo.services.dossier.evidenze import (
    DatiEvidenza,
    aggiungi_evidenza,
    cambia_evidenza,
    sposta_evidenza,
    togli_evidenza,
)
from patto_formativo.services.dossier.mie import DatiMiei, carica_evidenza, ritira_evidenza
from patto_formativo.services.dossier.valutazione import (
    DatiValutazione,
    chiudi_dossier,
    riapri_dossier,
    valuta_evidenza,
)

__all__ = [
    "STAMPA",
    "DatiEvidenza",
    "DatiMiei",
    "DatiValutazione",
    "aggiungi_evidenza",
    "apri_dossier",
    "cambia_evidenza",
    "carica_evidenza",
    "chiedi_riconoscimento",
    "chiudi_dossier",
    "riapri_dossier",
    "rilascia_certificato",
    "ritira_evidenza",
    "sposta_evidenza",
    "togli_evidenza",
    "valuta_evidenza",
]
