"""The rows of a catalogue: duties, infringements, sanctions, who removes for how long."""

from dataclasses import dataclass

from disciplina.enums import (
    Composizione,
    Destinatario,
    Forza,
    OrganoCompetente,
    Provvedimento,
)


@dataclass(frozen=True, slots=True)
class Dovere:
    """A duty of the students, by the number that the regulation gives it."""

    numero: str
    testo: str
    articolo: str


@dataclass(frozen=True, slots=True)
class Mancanza:
    """An infringement, with the duties it breaks and the sanctions it may have, lightest first.

    ``ripetuta``: only when it is done again. ``autorita``: to be reported to the judge.
    """

    codice: str
    testo: str
    articolo: str
    sanzioni: tuple[str, ...]
    doveri: tuple[str, ...] = ()
    ripetuta: bool = False
    autorita: bool = False


@dataclass(frozen=True, slots=True)
class Sanzione:
    """A sanction; ``organi`` from the lowest, ``dal`` and ``al`` in days where it has days.

    ``allontana``: from the school community. ``attivita`` is what the student does meanwhile,
    ``convertita_in`` what the regulation lets it become. ``comportamento``: whether it may or must
    bring the mark of behaviour below six. ``alternativa_a`` is the other way of the same days.
    ``perde_anno``: the year is lost. ``viaggi_entro``: days within which trips are forbidden.
    """

    codice: str
    tipo: Provvedimento
    nome: str
    articolo: str
    organi: tuple[OrganoCompetente, ...]
    dal: int = 0
    al: int | None = None
    composizione: Composizione | None = None
    allontana: bool = False
    accessoria: bool = False
    attivita: str = ""
    convertita_in: str = ""
    alternativa_a: str = ""
    condizioni: str = ""
    comunicata_a: tuple[Destinatario, ...] = ()
    comportamento: Forza | None = None
    solo_adulti: bool = False
    solo_reati: bool = False
    perde_anno: bool = False
    viaggi_entro: int | None = None

    def comprende(self, giorni: int) -> bool:
        """Whether it may last this long."""
        return self.dal <= giorni and (self.al is None or giorni <= self.al)


@dataclass(frozen=True, slots=True)
class Scala:
    """The sanctions of one duty, the first time, the second, and so on; the last one stays."""

    dovere: str
    articolo: str
    gradini: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Competenza:
    """Who removes for how long; ``non_inferiore_a`` is printed where «superiore» was due."""

    organo: OrganoCompetente
    articolo: str
    testo: str
    dal: int
    al: int | None = None
    composizione: Composizione | None = None
    non_inferiore_a: int | None = None

    def comprende(self, giorni: int) -> bool:
        """Whether it covers this length, read as the portal reads it."""
        return self.dal <= giorni and (self.al is None or giorni <= self.al)


@dataclass(frozen=True, slots=True)
class Comportamento:
    """When the mark of behaviour may or must be below six, after how many days of suspension."""

    quadrimestre: int
    dal: int
    forza: Forza
    articolo: str
    testo: str
    al: int | None = None

    def comprende(self, giorni: int) -> bool:
        """Whether a suspension of these days is one of those meant."""
        return self.dal <= giorni and (self.al is None or giorni <= self.al)


@dataclass(frozen=True, slots=True)
class Guasto:
    """Words that are not whole in the source, and how the portal reads them."""

    articolo: str
    testo: str
    letto: str
