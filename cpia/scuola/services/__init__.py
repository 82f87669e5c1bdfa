"""The acts of the ground."""

from cpia.scuola.services.importazioni import (
    ImportazioneRifiutata,
    annulla_importazione,
    carica_importazione,
    correggi_colonne,
    dimentica_righe,
    esegui_importazione,
)

__all__ = [
    "ImportazioneRifiutata",
    "annulla_importazione",
    "carica_importazione",
    "correggi_colonne",
    "dimentica_righe",
    "esegui_importazione",
]
