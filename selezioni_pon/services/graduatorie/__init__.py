"""The acts on a ranking: drawn, formed, published, complained of, answered, made final."""

from selezioni_pon.services.graduatorie.definitiva import approva_definitiva
from selezioni_pon.services.graduatorie.formazione import forma_graduatoria
from selezioni_pon.services.graduatorie.pubblicazione import pubblica_graduatoria
from selezioni_pon.services.graduatorie.reclami import presenta_reclamo
from selezioni_pon.services.graduatorie.risposta import rispondi_reclamo
from selezioni_pon.services.graduatorie.sorteggio import registra_sorteggio

__all__ = [
    "approva_definitiva", "forma_graduatoria", "presenta_reclamo", "pubblica_graduatoria",
    "registra_sorteggio", "rispondi_reclamo",
]  # fmt: skip
