"""The assessment of one person: each activity, the additional percentage, the motivation."""

from bonus_merito.services.valutazioni.giudizi import giudica_attivita
from bonus_merito.services.valutazioni.insieme import (
    DatiValutazione,
    completa_valutazione,
    riapri_valutazione,
    salva_valutazione,
)

__all__ = [
    "DatiValutazione",
    "completa_valutazione",
    "giudica_attivita",
    "riapri_valutazione",
    "salva_valutazione",
]
