"""The reminders of one class as its calendar and the regulation of the school want them."""

from competenze.models import ClasseRilevata
from competenze.queries.regole import Regole, calendario
from competenze.rules import promemoria as regola


def piano_della_classe(
    rilevata: ClasseRilevata, delle_regole: Regole
) -> tuple[regola.Promemoria, ...]:
    """All reminders of a class, by its days and by the school's own parameters."""
    return regola.piano(
        calendario(rilevata, delle_regole),
        delle_regole.anticipi_promemoria,
        delle_regole.anticipo_certificazione,
    )
