"""One piece of a grid is written, moved or taken away: an item, a section, the head.

Who writes a piece gives back the fingerprint (``rules.griglia.modifica.impronta``) of the one that
was read: what others did elsewhere in the grid does not stop anybody.
"""

from selezioni_pon.services.pezzi.sezioni import (
    scrivi_sezione,
    scrivi_testata,
    sposta_sezione,
    togli_sezione,
)
from selezioni_pon.services.pezzi.voci import scrivi_voce, sposta_voce, togli_voce

__all__ = [
    "scrivi_sezione",
    "scrivi_testata",
    "scrivi_voce",
    "sposta_sezione",
    "sposta_voce",
    "togli_sezione",
    "togli_voce",
]
