"""Who may be admitted to the final exam of the lower secondary school.

Source: CPIA Napoli Provincia 2, Regolamento d’istituto, capo III, art. 7 (70 per cent) and art. 11:
the respect of the agreement binds the admission.
"""

from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo
from patto_formativo.rules.fonti import ISTITUTO
from patto_formativo.rules.frequenza import GiudizioFrequenza

ART_11: Final = f"{ISTITUTO}, art. 11"


@dataclass(frozen=True, slots=True)
class Ammissione:
    """Whether somebody may be admitted, and why. The decision is of the council."""

    ammissibile: bool
    perche: tuple[Motivo, ...]


def giudica_ammissione(*, sottoscritto: bool, frequenza: GiudizioFrequenza | None) -> Ammissione:
    """Judge by the agreement: it must be signed, and its attendance valid or derogated."""
    if frequenza is None:
        testo = "Manca il patto: non c’è che cosa rispettare."
        return Ammissione(ammissibile=False, perche=(Motivo("senza_patto", ART_11, testo),))
    testo = "Il patto è sottoscritto." if sottoscritto else "Il patto non è sottoscritto."
    firma = Motivo("patto_sottoscritto", ART_11, testo)
    return Ammissione(sottoscritto and frequenza.valida, (firma, *frequenza.perche))
