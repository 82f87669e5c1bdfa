"""The entry of one subject as its teacher sees it: students in rows, competences in columns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from competenze.enums import Livello
from competenze.models import LIVELLI_CERTIFICABILI, Inserimento, Valutazione
from competenze.queries.classe import Colonna
from competenze.queries.inserimento import calendario_di, classe_di, impedimenti, valutazioni
from competenze.rules.scadenze import TITOLARE_SOSTITUITO, Calendario, Termine, termine
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Iscrizione


@dataclass(frozen=True, slots=True)
class Casella:
    """One cell: student and competence, what it holds, the version to send back."""

    iscrizione_id: int
    colonna: Colonna
    livello: str = ""
    motivo: str = ""
    versione: int = 0

    @property
    def chiave(self) -> str:
        return f"{self.iscrizione_id}-{self.colonna.competenza.pk}"


@dataclass(frozen=True)
class Riga:
    """A student with the cells in the order of the columns."""

    numero: int
    iscrizione: Iscrizione
    caselle: tuple[Casella, ...]

    @cached_property
    def mancanti(self) -> tuple[Casella, ...]:
        return tuple(casella for casella in self.caselle if not casella.livello)

    @property
    def stato(self) -> str:
        if not self.mancanti:
            return "completa"
        return "da-fare" if len(self.mancanti) == len(self.caselle) else "manca"

    @property
    def motivi(self) -> dict[str, list[str]]:
        """Each reason of a "not assessed" with the competences that it regards."""
        motivi: dict[str, list[str]] = {}
        for casella in self.caselle:
            if casella.livello == Livello.NV:
                motivi.setdefault(casella.motivo, []).append(casella.colonna.nome_breve)
        return motivi


@dataclass(frozen=True)
class ColonnaPiena:
    """A column with how its levels are spread and how many cells still miss one."""

    colonna: Colonna
    distribuzione: tuple[tuple[Livello, int], ...]
    fatte: int
    totale: int

    @property
    def mancanti(self) -> int:
        return self.totale - self.fatte


@dataclass(frozen=True)
class Griglia:
    """The whole entry: ``violazioni`` say why today nothing can be entered (empty: it can)."""

    inserimento: Inserimento
    calendario: Calendario
    violazioni: tuple[Violazione, ...]
    colonne: tuple[Colonna, ...]
    righe: tuple[Riga, ...]
    salvata_il: datetime | None

    @property
    def aperta(self) -> bool:
        return not self.violazioni

    @property
    def termine(self) -> Termine | None:
        return termine(self.calendario)

    @property
    def totale(self) -> int:
        return len(self.righe) * len(self.colonne)

    @cached_property
    def fatte(self) -> int:
        return self.totale - sum(len(riga.mancanti) for riga in self.righe)

    @property
    def mancanti(self) -> tuple[Riga, ...]:
        """The students with a cell still empty."""
        return tuple(riga for riga in self.righe if riga.mancanti)

    @cached_property
    def colonne_piene(self) -> tuple[ColonnaPiena, ...]:
        return tuple(
            _piena(colonna, [riga.caselle[posto] for riga in self.righe])
            for posto, colonna in enumerate(self.colonne)
        )


def _piena(colonna: Colonna, caselle: list[Casella]) -> ColonnaPiena:
    conta = Counter(casella.livello for casella in caselle)
    return ColonnaPiena(
        colonna=colonna,
        distribuzione=tuple((livello, conta[livello]) for livello in LIVELLI_CERTIFICABILI),
        fatte=len(caselle) - conta[""],
        totale=len(caselle),
    )


def griglia(inserimento: Inserimento, oggi: date, *, sospeso: bool = False) -> Griglia:
    """The whole entry with its judgement of today. Five queries at most, whatever its size.

    ``sospeso``: it is read by a teacher in whose place somebody else acts.
    """
    classe = classe_di(inserimento)
    giorni = calendario_di(inserimento)
    registrate = list(valutazioni(inserimento))
    colonne = classe.colonne_di(inserimento)
    return Griglia(
        inserimento=inserimento,
        calendario=giorni,
        violazioni=(
            *([TITOLARE_SOSTITUITO] if sospeso else []),
            *impedimenti(inserimento, giorni, oggi),
        ),
        colonne=colonne,
        righe=_righe(classe.studenti_di(inserimento), colonne, registrate),
        salvata_il=max((riga.modificata_il for riga in registrate), default=None),
    )


def _righe(
    studenti: Iterable[Iscrizione],
    colonne: tuple[Colonna, ...],
    registrate: list[Valutazione],
) -> tuple[Riga, ...]:
    per_chiave = {(riga.iscrizione_id, riga.competenza_id): riga for riga in registrate}

    def casella(iscrizione: Iscrizione, colonna: Colonna) -> Casella:
        riga = per_chiave.get((iscrizione.pk, colonna.competenza.pk))
        if riga is None:
            return Casella(iscrizione.pk, colonna)
        return Casella(iscrizione.pk, colonna, riga.livello, riga.motivo, riga.versione)

    return tuple(
        Riga(numero, iscrizione, tuple(casella(iscrizione, colonna) for colonna in colonne))
        for numero, iscrizione in enumerate(studenti, start=1)
    )
