"""Since when the term of what is kept is over."""

from datetime import date

from cpia.norme.rules.computo import mesi_dopo
from selezioni_pon.conservazione import TERMINI


def scadenza_passata(modello: str, oggi: date) -> date:
    """The day before which a term must have begun to be over today."""
    mesi = TERMINI[modello].mesi
    if mesi is None:
        raise ValueError(modello)
    return mesi_dopo(oggi, -mesi)
