"""What the school has recorded already, as plain values, with the ways to find it again."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from cpia.scuola.importazione.rules.testo import chiave, chiave_classe
from cpia.scuola.rules import lettere

Cosa = TypeVar("Cosa")


@dataclass(frozen=True, slots=True)
class PersonaNota:
    """A person, with the fields under their names in ``Persona``.

    ``da_accertare``: who registered from outside, and may be somebody else under this name.
    """

    id: int
    campi: Mapping[str, Any]
    da_accertare: bool = False

    @property
    def nome_intero(self) -> str:
        return f"{self.campi['cognome']} {self.campi['nome']}"


@dataclass(frozen=True, slots=True)
class CorsoNoto:
    id: int
    sigla: str
    nome: str


@dataclass(frozen=True, slots=True)
class SedeNota:
    id: int
    nome: str
    codice: str


@dataclass(frozen=True, slots=True)
class GruppoNoto:
    id: int
    classe_id: int
    tipo: str
    nome: str


@dataclass(frozen=True, slots=True)
class ClasseNota:
    id: int
    anno_di_corso: int
    sezione: str
    corso: CorsoNoto
    sede: SedeNota

    @property
    def detta(self) -> str:
        return f"{self.anno_di_corso}ª{self.sezione} {self.corso.sigla}"


@dataclass(frozen=True, slots=True)
class IscrizioneNota:
    """An enrolment of the year, with the ids of the groups that it belongs to.

    ``con_dati``: something else of the portal is written on it, such as the levels of a class.
    """

    id: int
    persona_id: int
    classe_id: int
    dal: date
    al: date | None
    gruppi: tuple[int, ...]
    con_dati: bool = False


@dataclass(frozen=True, slots=True)
class AdultoNoto:
    studente_id: int
    adulto_id: int
    legame: str


@dataclass(frozen=True, slots=True)
class DisciplinaNota:
    id: int
    nome: str
    lingua: str


@dataclass(frozen=True, slots=True)
class CattedraNota:
    id: int
    classe_id: int
    disciplina_id: int
    gruppo_id: int | None


@dataclass(frozen=True, slots=True)
class IncaricoNoto:
    """A role in force: over a cattedra for a teacher, over a class for a coordinator."""

    persona_id: int
    cattedra_id: int | None
    classe_id: int | None


@dataclass(frozen=True)
class Archivio:
    """The institute in one school year; ``anno`` is the calendar year in which it begins."""

    tipo_istituto: str
    anno: int
    persone: tuple[PersonaNota, ...] = ()
    corsi: tuple[CorsoNoto, ...] = ()
    sedi: tuple[SedeNota, ...] = ()
    classi: tuple[ClasseNota, ...] = ()
    gruppi: tuple[GruppoNoto, ...] = ()
    iscrizioni: tuple[IscrizioneNota, ...] = ()
    adulti: tuple[AdultoNoto, ...] = ()
    discipline: tuple[DisciplinaNota, ...] = ()
    cattedre: tuple[CattedraNota, ...] = ()
    incarichi: tuple[IncaricoNoto, ...] = field(default=())

    @property
    def inizio(self) -> date:
        """First day of the school year (D.Lgs. 297/1994 art. 74 c. 1)."""
        return date(self.anno, 9, 1)

    @property
    def fine(self) -> date:
        return date(self.anno + 1, 8, 31)

    @property
    def detto(self) -> str:
        return f"{self.anno}/{(self.anno + 1) % 100:02d}"

    @cached_property
    def persona(self) -> dict[int, PersonaNota]:
        return {persona.id: persona for persona in self.persone}

    @cached_property
    def per_codice(self) -> dict[str, PersonaNota]:
        codici = ((p.campi["codice_fiscale"], p) for p in self.persone)
        return {codice: persona for codice, persona in codici if codice}

    @cached_property
    def per_nascita(self) -> dict[Hashable, list[PersonaNota]]:
        return raggruppa(
            (p for p in self.persone if p.campi["data_nascita"]),
            lambda p: (chiave_nome(p.campi), p.campi["data_nascita"]),
        )

    @cached_property
    def per_email(self) -> dict[Hashable, list[PersonaNota]]:
        return raggruppa(
            (p for p in self.persone if p.campi["email"]), lambda p: p.campi["email"].lower()
        )

    @cached_property
    def per_nome(self) -> dict[Hashable, list[PersonaNota]]:
        """Both «Rossi Anna» and «Anna Rossi»."""
        nomi = raggruppa(self.persone, lambda p: chiave(p.nome_intero))
        for persona in self.persone:
            rovescio = chiave(f"{persona.campi['nome']} {persona.campi['cognome']}")
            if persona not in nomi[rovescio]:
                nomi[rovescio].append(persona)
        return nomi

    @cached_property
    def classe(self) -> dict[int, ClasseNota]:
        return {classe.id: classe for classe in self.classi}

    @cached_property
    def per_scrittura(self) -> dict[str, set[int]]:
        """The ways in which a class may be written -> the classes."""
        scritture: dict[str, set[int]] = defaultdict(set)
        for classe in self.classi:
            for scritta in _scritture(classe):
                scritture[chiave_classe(scritta)].add(classe.id)
        return scritture

    @cached_property
    def iscrizioni_di(self) -> dict[Hashable, list[IscrizioneNota]]:
        return raggruppa(self.iscrizioni, lambda i: i.persona_id)

    @cached_property
    def adulti_di(self) -> dict[Hashable, list[AdultoNoto]]:
        return raggruppa(self.adulti, lambda a: a.studente_id)

    @cached_property
    def gruppo(self) -> dict[int, GruppoNoto]:
        return {gruppo.id: gruppo for gruppo in self.gruppi}

    @cached_property
    def gruppi_di(self) -> dict[Hashable, list[GruppoNoto]]:
        return raggruppa(self.gruppi, lambda g: g.classe_id)

    @cached_property
    def disciplina(self) -> dict[str, DisciplinaNota]:
        return {chiave(disciplina.nome): disciplina for disciplina in self.discipline}

    @cached_property
    def cattedre_di(self) -> dict[Hashable, list[CattedraNota]]:
        return raggruppa(self.cattedre, lambda c: (c.classe_id, c.disciplina_id))


def raggruppa(
    cose: Iterable[Cosa], chiave_di: Callable[[Cosa], Hashable]
) -> dict[Hashable, list[Cosa]]:
    """The things by key, in order."""
    gruppi: dict[Hashable, list[Cosa]] = defaultdict(list)
    for cosa in cose:
        gruppi[chiave_di(cosa)].append(cosa)
    return gruppi


def chiave_nome(campi: Mapping[str, Any]) -> tuple[str, str]:
    """Surname and name without what makes no difference; of other alphabets, as they are."""
    cognome, nome = campi["cognome"], campi["nome"]
    return lettere(cognome) or cognome.casefold(), lettere(nome) or nome.casefold()


def _scritture(classe: ClasseNota) -> list[str]:
    breve = f"{classe.anno_di_corso}{classe.sezione}"
    corso = classe.corso
    return [
        breve,
        f"{breve}{corso.sigla}",
        f"{breve}{corso.nome}",
        f"{corso.sigla}{breve}",
        f"{classe.anno_di_corso}{corso.sigla}{classe.sezione}",
        f"{breve}{classe.sede.nome}",
    ]
