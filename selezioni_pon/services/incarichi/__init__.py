"""The acts by which posts are given: proposed, answered, signed, published, told, checked, paid."""

from selezioni_pon.services.incarichi.anagrafe import comunica_compensi, comunica_incarico
from selezioni_pon.services.incarichi.carta import (
    annulla_incarico,
    chiedi_stampa_incarico,
    emetti_incarico,
)
from selezioni_pon.services.incarichi.cessazione import cessa_incarico
from selezioni_pon.services.incarichi.controllo import verifica_incarico
from selezioni_pon.services.incarichi.dati import DatiIncarico, DatiProroga, DatiVerifica
from selezioni_pon.services.incarichi.firma import registra_firma
from selezioni_pon.services.incarichi.proposte import dichiara_scaduta, proponi_incarichi
from selezioni_pon.services.incarichi.proroga import proroga_incarico
from selezioni_pon.services.incarichi.pubblicazione import pubblica_incarico
from selezioni_pon.services.incarichi.risposte import registra_risposta, rispondi_proposta
from selezioni_pon.services.incarichi.scrittura import scrivi_incarico

__all__ = [
    "DatiIncarico",
    "DatiProroga",
    "DatiVerifica",
    "annulla_incarico",
    "cessa_incarico",
    "chiedi_stampa_incarico",
    "comunica_compensi",
    "comunica_incarico",
    "dichiara_scaduta",
    "emetti_incarico",
    "proponi_incarichi",
    "proroga_incarico",
    "pubblica_incarico",
    "registra_firma",
    "registra_risposta",
    "rispondi_proposta",
    "scrivi_incarico",
    "verifica_incarico",
]
