"""The acts on a procedure up to the assessment."""

from bonus_merito.services.procedure.apertura import (
    apri_procedura,
    prepara_procedura,
    proroga_termine,
)
from bonus_merito.services.procedure.chiusura import (
    annulla_procedura,
    chiudi_richieste,
    procede_d_ufficio,
)
from bonus_merito.services.procedure.correzione import correggi_in_servizio

__all__ = [
    "annulla_procedura",
    "apri_procedura",
    "chiudi_richieste",
    "correggi_in_servizio",
    "prepara_procedura",
    "procede_d_ufficio",
    "proroga_termine",
]
