"""Who says what no parameter of the school says: the practice, on the model of one regulation."""

from typing import Final

from cpia.norme.rules.chiavi_bonus import CRITERI

MOTIVATA: Final = (
    "L. 107/2015, art. 1 c. 127: il dirigente assegna «sulla base di motivata valutazione»"
)


def modello(articolo: str) -> str:
    """The regulation on which the practice is modelled, at one of its articles."""
    return f"{CRITERI}, {articolo}"
