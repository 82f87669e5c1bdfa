"""What the apps above tell the notices when they start: kept here, called from here.

An app registers, in its ``AppConfig.ready``, who plans its reminders, who knows whether one of
them is still due, and who describes where a thing to do stands now.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from cpia.avvisi.models import Promemoria, Scadenza

Pianificatore = Callable[[int, datetime], None]
AncoraDovuto = Callable[[Promemoria, datetime], bool]
Descrizione = Callable[[int, Sequence[Scadenza]], Mapping[int, str]]

pianificatori: list[Pianificatore] = []
controlli: dict[str, AncoraDovuto] = {}
descrizioni: dict[str, Descrizione] = {}


def registra(
    app: str,
    *,
    pianifica: Pianificatore,
    ancora_dovuto: AncoraDovuto,
    descrive: Descrizione,
) -> None:
    """Make an app known: its planner of reminders, its check, its words for the desk."""
    if pianifica not in pianificatori:
        pianificatori.append(pianifica)
    controlli[app] = ancora_dovuto
    descrizioni[app] = descrive
