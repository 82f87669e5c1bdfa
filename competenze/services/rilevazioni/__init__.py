"""The acts on a campaign: to prepare it, to open it, to give each class its scrutinio."""

from competenze.services.rilevazioni.abbinamenti import imposta_abbinamenti
from competenze.services.rilevazioni.bozza import crea_rilevazione, modifica_rilevazione
from competenze.services.rilevazioni.copia import copia_rilevazione
from competenze.services.rilevazioni.stati import (
    allinea_rilevazione,
    apri_rilevazione,
    cambia_stato_rilevazione,
    imposta_calendario,
)

__all__ = [
    "allinea_rilevazione",
    "apri_rilevazione",
    "cambia_stato_rilevazione",
    "copia_rilevazione",
    "crea_rilevazione",
    "imposta_abbinamenti",
    "imposta_calendario",
    "modifica_rilevazione",
]
