"""People of outside: how one registers, is registered at the desk, and ceases to be a candidate."""

from selezioni_pon.services.esterni.conferma import (
    Confermata,
    RegistrazioneNonValida,
    conferma_registrazione,
    registrazione_aperta,
)
from selezioni_pon.services.esterni.persone import DatiCandidato
from selezioni_pon.services.esterni.richiesta import chiedi_registrazione
from selezioni_pon.services.esterni.ruolo import prolunga_ruoli, termina_ruolo
from selezioni_pon.services.esterni.spazzata import spazza_registrazioni
from selezioni_pon.services.esterni.sportello import invita_candidato, registra_allo_sportello

__all__ = [
    "Confermata",
    "DatiCandidato",
    "RegistrazioneNonValida",
    "chiedi_registrazione",
    "conferma_registrazione",
    "invita_candidato",
    "prolunga_ruoli",
    "registra_allo_sportello",
    "registrazione_aperta",
    "spazza_registrazioni",
    "termina_ruolo",
]
