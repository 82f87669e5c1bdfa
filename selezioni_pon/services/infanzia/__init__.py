"""The acts on the enrolments at the scuola dell’infanzia."""

from selezioni_pon.services.infanzia.anticipi import ammetti_gli_anticipi
from selezioni_pon.services.infanzia.controlli import DatiDomanda
from selezioni_pon.services.infanzia.domande import registra_domanda, scrivi_domanda
from selezioni_pon.services.infanzia.elenchi import (
    DatiElenco,
    apri_elenco,
    scrivi_elenco,
)
from selezioni_pon.services.infanzia.persone import Adulto, DatiBambino
from selezioni_pon.services.infanzia.rinunce import registra_rinuncia
from selezioni_pon.services.infanzia.sezioni import DatiSezione, scrivi_sezione, togli_sezione
from selezioni_pon.services.infanzia.sorteggi import registra_sorteggio
from selezioni_pon.services.infanzia.versioni import forma_versione

__all__ = [
    "Adulto", "DatiBambino", "DatiDomanda", "DatiElenco", "DatiSezione", "ammetti_gli_anticipi",
    "apri_elenco", "forma_versione", "registra_domanda", "registra_rinuncia",
    "registra_sorteggio", "scrivi_domanda", "scrivi_elenco", "scrivi_sezione", "togli_sezione",
]  # fmt: skip
