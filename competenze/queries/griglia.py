"""The entry of one subject as its teacher sees it: students in rows, competences in columns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import QuerySet

from competenze.enums import Livello, StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import (
    LIVELLI_CERTIFICABILI,
    Abbinamento,
    Competenza,
    DescrizioneLivello,
    Inserimento,
    Valutazione,
)
from competenze.queries.classe import Classe, Colonna, iscrizioni
from competenze.queries.regole import calendario, regole
from competenze.rules.motivi import Violazione
from competenze.rules.scadenze import Calendario, Termine, termine, verifica_inserimento
from cpia.scuola.models import Appartenenza, Iscrizione

Chiave = tuple[int, int]


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


def classe_di(inserimento: Inserimento) -> Classe:
    """The class as far as one subject sees it. Two queries, three for a group.

    Needs ``classe_rilevata`` with its campaign and class, and ``cattedra__disciplina``.
    """
    rilevata, cattedra = inserimento.classe_rilevata, inserimento.cattedra
    competenze = tuple(
        Competenza.objects.filter(
            pk__in=Abbinamento.objects.filter(
                istituto_id=rilevata.istituto_id,
                rilevazione_id=rilevata.rilevazione_id,
                corso_id=rilevata.classe.corso_id,
                disciplina_id=cattedra.disciplina_id,
            ).values("competenza_id")
        ).order_by("ordine")
    )
    return Classe(
        rilevata=rilevata,
        iscrizioni=tuple(iscrizioni(rilevata)),
        inserimenti=(inserimento,),
        competenze=competenze,
        _abbinate={cattedra.disciplina_id: frozenset(c.pk for c in competenze)},
        _gruppi=_gruppo(inserimento),
    )


def _gruppo(inserimento: Inserimento) -> dict[int, frozenset[int]]:
    gruppo_id = inserimento.cattedra.gruppo_id
    if gruppo_id is None:
        return {}
    appartenenze = Appartenenza.objects.filter(
        istituto_id=inserimento.istituto_id, gruppo_id=gruppo_id
    )
    return {gruppo_id: frozenset(appartenenze.values_list("iscrizione_id", flat=True))}


def valutazioni(inserimento: Inserimento) -> QuerySet[Valutazione]:
    """The recorded cells of an entry, also the emptied ones."""
    return Valutazione.objects.filter(istituto_id=inserimento.istituto_id, inserimento=inserimento)


def descrizioni(inserimento: Inserimento) -> QuerySet[DescrizioneLivello]:
    """The four levels in the words of the framework, from A to D."""
    quadro_id = inserimento.classe_rilevata.rilevazione.quadro_id
    return DescrizioneLivello.objects.filter(quadro_id=quadro_id).order_by("livello")


def impedimenti(inserimento: Inserimento, giorni: Calendario, oggi: date) -> tuple[Violazione, ...]:
    """Why nothing can be entered today, by the states as they were loaded."""
    rilevata = inserimento.classe_rilevata
    return verifica_inserimento(
        giorni,
        oggi,
        rilevazione=StatoRilevazione(rilevata.rilevazione.stato),
        classe=StatoClasse(rilevata.stato),
        inserimento=StatoInserimento(inserimento.stato),
    )


def calendario_di(inserimento: Inserimento) -> Calendario:
    """The days that govern an entry. One query."""
    rilevata = inserimento.classe_rilevata
    return calendario(rilevata, regole(rilevata.rilevazione))


def griglia(inserimento: Inserimento, oggi: date) -> Griglia:
    """The whole entry with its judgement of today. Five queries at most, whatever its size."""
    classe = classe_di(inserimento)
    giorni = calendario_di(inserimento)
    registrate = list(valutazioni(inserimento))
    colonne = classe.colonne_di(inserimento)
    return Griglia(
        inserimento=inserimento,
        calendario=giorni,
        violazioni=impedimenti(inserimento, giorni, oggi),
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
