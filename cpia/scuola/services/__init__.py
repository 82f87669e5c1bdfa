"""The acts of the ground."""

from cpia.scuola.services.importazioni import (
    ImportazioneRifiutata,
    annulla_importazione,
    carica_importazione,
    correggi_colonne,
    dimentica_righe,
    esegui_importazione,
)
from cpia.scuola.services.inviti import (
    AccessoEsistente,
    InvitoNonValido,
    InvitoRifiutato,
    accetta_con_accesso,
    accetta_con_password,
    invita,
)

__all__ = [
    "AccessoEsistente",
    "ImportazioneRifiutata",
    "InvitoNonValido",
    "InvitoRifiutato",
    "accetta_con_accesso",
    "accetta_con_password",
    "annulla_importazione",
    "carica_importazione",
    "correggi_colonne",
    "dimentica_righe",
    "esegui_importazione",
    "invita",
]
