"""The acts of an import: load a file, say which column is what, carry it out, take it back."""

from cpia.scuola.services.importazioni.atti import (
    annulla_importazione,
    discipline_da_aggiungere,
    esamina,
    esegui_importazione,
)
from cpia.scuola.services.importazioni.file import (
    cambia_intestazione,
    carica_importazione,
    correggi_colonne,
    scarta_importazione,
)
from cpia.scuola.services.importazioni.lunghe import (
    annulla_in_disparte,
    chiedi_annullo,
    chiedi_esecuzione,
    e_lunga,
    esegui_in_disparte,
)
from cpia.scuola.services.importazioni.riga import ImportazioneRifiutata, dimentica_righe

__all__ = [
    "ImportazioneRifiutata",
    "annulla_importazione",
    "annulla_in_disparte",
    "cambia_intestazione",
    "carica_importazione",
    "chiedi_annullo",
    "chiedi_esecuzione",
    "correggi_colonne",
    "dimentica_righe",
    "discipline_da_aggiungere",
    "e_lunga",
    "esamina",
    "esegui_importazione",
    "esegui_in_disparte",
    "scarta_importazione",
]
