"""What the apps above tell the notices when they start: kept here, called from here.

An app registers, in its ``AppConfig.ready``, who plans its reminders, who knows whether one of
them is still due, and who describes where a thing to do stands now; then what one may do of it
with one click, and what it tells of itself to who looks at the whole institute.

The title of a thing to do never names a student: it also goes in calendars and in mails.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cpia.avvisi.grafici import Grafico
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.scuola.access import Contesto


@dataclass(frozen=True)
class Azione:
    """What one click does of a thing to do.

    ``compi(autore=, adesso=)`` performs it and returns the sentence that takes the row's place;
    ``disfa(autore=, adesso=)`` takes it back while that can be done, None when it cannot. Both
    raise ``AzioneRifiutata`` with a message when the act is not possible now.
    An act that leaves the thing to do on the desk says that it was done today (``fatta_il``,
    ``esito``) and, when it can be undone for a while only, until when (``fino_alle``).
    """

    chiave: str
    verbo: str
    compi: Callable[..., str]
    disfa: Callable[..., None] | None
    principale: bool = False
    fatta_il: datetime | None = None
    esito: str = ""
    fino_alle: datetime | None = None

    @property
    def annullabile(self) -> bool:
        """Whether it can be taken back; a template must not name ``disfa``, which it would call."""
        return self.disfa is not None


class AzioneRifiutata(Exception):
    """An act that cannot be done, or undone, any more; ``messaggio`` says why, in Italian."""

    def __init__(self, messaggio: str) -> None:
        self.messaggio = messaggio
        super().__init__(messaggio)


@dataclass(frozen=True)
class AllegatoPosta:
    """A text that goes with a mail: ``text/<sottotipo>`` with its parameters, under a name."""

    nome: str
    testo: str
    sottotipo: str
    parametri: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Riassunto:
    """An app in one line: how much is under way, a sentence, where it opens."""

    in_corso: int
    frase: str
    indirizzo: str
    nome: str = ""


Pianificatore = Callable[[int, datetime], None]
AncoraDovuto = Callable[[Promemoria, datetime], bool]
Allega = Callable[[Promemoria, datetime], Sequence[AllegatoPosta]]
Descrizione = Callable[[int, Sequence[Scadenza]], Mapping[int, str]]
Azioni = Callable[[Contesto, Sequence[Scadenza]], Mapping[int, Sequence[Azione]]]
Riassume = Callable[[Contesto], Riassunto | None]
Disegna = Callable[[Contesto], Sequence[Grafico]]
# For each thing to do, who suffers when it is late: «coordinatrice E. Cattafesta».
Conseguenze = Callable[[Contesto, Sequence[Scadenza]], Mapping[int, str]]

pianificatori: list[Pianificatore] = []
controlli: dict[str, AncoraDovuto] = {}
allegati: dict[str, Allega] = {}
descrizioni: dict[str, Descrizione] = {}
azioni_di: dict[str, Azioni] = {}
riassunti: dict[str, Riassume] = {}
grafici: dict[str, Disegna] = {}
conseguenze: dict[str, Conseguenze] = {}
riservate: set[str] = set()


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


def registra_controllo(prefisso: str, ancora_dovuto: AncoraDovuto) -> None:
    """Say who checks the notices whose ``tipo`` begins with ``prefisso.``, and nothing else."""
    controlli[prefisso] = ancora_dovuto


def registra_allegati(prefisso: str, allega: Allega) -> None:
    """Say what goes with the mail of the notices whose ``tipo`` begins with ``prefisso.``.

    It is asked when the mail leaves, so that nothing is kept in the outbox.
    """
    allegati[prefisso] = allega


def registra_azioni(app: str, azioni: Azioni) -> None:
    """Let the desk do with one click what this app says.

    ``azioni`` is given the things to do of the app (``Scadenza.app``) that are on the desk of a
    person, also those closed today, and answers by their id in a fixed number of queries.
    """
    azioni_di[app] = azioni


def registra_riassunto(app: str, riassunto: Riassume) -> None:
    """Let an app say its line on the page of the whole institute (``app``: ``Scadenza.app``)."""
    riassunti[app] = riassunto


def registra_grafici(app: str, disegna: Disegna) -> None:
    """Let an app draw on the page of the whole institute, in a fixed number of queries."""
    grafici[app] = disegna


def registra_conseguenze(app: str, chi_ne_risente: Conseguenze) -> None:
    """Let an app say who suffers from each of its things that are late."""
    conseguenze[app] = chi_ne_risente


def registra_riservata(app: str) -> None:
    """Of this app the others see numbers and no title, in lists, calendars and mails."""
    riservate.add(app)
