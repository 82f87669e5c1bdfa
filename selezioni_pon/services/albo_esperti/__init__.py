"""The acts on the register of experts."""

from selezioni_pon.services.albo_esperti.avvisare import avverti_esperti
from selezioni_pon.services.albo_esperti.decisioni import (
    cancella_iscrizione,
    iscrivi_esperto,
    rifiuta_richiesta,
)
from selezioni_pon.services.albo_esperti.richieste import (
    chiedi_iscrizione,
    registra_richiesta,
    rinuncia_all_albo,
)

__all__ = [
    "avverti_esperti", "cancella_iscrizione", "chiedi_iscrizione", "iscrivi_esperto",
    "registra_richiesta", "rifiuta_richiesta", "rinuncia_all_albo",
]  # fmt: skip
