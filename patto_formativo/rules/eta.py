"""The coming of age: who signs, who may be withdrawn, who is enrolled whatever the papers."""

from datetime import date
from typing import Final

from cpia.norme.rules.computo import mesi_dopo

MESI_DELLA_MAGGIORE_ETA: Final = 18 * 12


def maggiore_dal(nascita: date) -> date:
    """The day on which somebody comes of age (art. 2 c.c., counted as art. 2963 c.c. counts)."""
    return mesi_dopo(nascita, MESI_DELLA_MAGGIORE_ETA)


def minorenne(nascita: date, oggi: date) -> bool:
    """Whether somebody is under age on a day."""
    return oggi < maggiore_dal(nascita)
