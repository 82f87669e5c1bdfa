"""Who is in a class and which cells are to be filled: the ground of grid, board and papers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from competenze.models import Abbinamento, ClasseRilevata, Competenza, Inserimento
from competenze.queries.regole import giorno_scrutinio
from cpia.scuola.models import Appartenenza, Iscrizione


@dataclass(frozen=True, slots=True)
class Colonna:
    """A competence as it is assessed: on its own, or in one language."""

    competenza: Competenza
    lingua: str = ""

    @property
    def chiave(self) -> tuple[int, str]:
        return self.competenza.pk, self.lingua

    @property
    def nome(self) -> str:
        nome = self.competenza.nome
        return f"{nome}: {self.lingua}" if self.lingua else nome

    @property
    def nome_breve(self) -> str:
        return self.lingua.capitalize() if self.lingua else self.competenza.nome_breve


@dataclass(frozen=True)
class Classe:
    """A class of a campaign as it stands: students, subjects, who follows which, what is assessed.

    ``colonne_di`` gives the columns that a subject fills, ``studenti_di`` the ids of the students
    who follow it. Everything is read in three queries, whatever the size of the class.
    """

    rilevata: ClasseRilevata
    iscrizioni: tuple[Iscrizione, ...]
    inserimenti: tuple[Inserimento, ...]
    competenze: tuple[Competenza, ...]
    _abbinate: dict[int, frozenset[int]] = field(repr=False)
    _gruppi: dict[int, frozenset[int]] = field(repr=False)

    def colonne_di(self, inserimento: Inserimento) -> tuple[Colonna, ...]:
        """The columns that the subject of this entry assesses, in the order of the model."""
        disciplina = inserimento.cattedra.disciplina
        abbinate = self._abbinate.get(disciplina.pk, frozenset())
        return tuple(
            Colonna(competenza, disciplina.lingua if competenza.per_lingua else "")
            for competenza in self.competenze
            if competenza.pk in abbinate and (disciplina.lingua or not competenza.per_lingua)
        )

    def studenti_di(self, inserimento: Inserimento) -> tuple[Iscrizione, ...]:
        """Who follows the subject of this entry, in alphabetical order."""
        gruppo = inserimento.cattedra.gruppo_id
        if gruppo is None:
            return self.iscrizioni
        iscritti = self._gruppi.get(gruppo, frozenset())
        return tuple(i for i in self.iscrizioni if i.pk in iscritti)

    def lingue_di(self, iscrizione: Iscrizione) -> tuple[str, ...]:
        """The languages that a student studies, in alphabetical order."""
        return tuple(
            sorted(
                {
                    inserimento.cattedra.disciplina.lingua
                    for inserimento in self.inserimenti
                    if inserimento.cattedra.disciplina.lingua
                    and iscrizione in self.studenti_di(inserimento)
                }
            )
        )


def iscrizioni(rilevata: ClasseRilevata) -> QuerySet[Iscrizione]:
    """The students of the class on the day of its scrutinio: who left before is not among them."""
    giorno = giorno_scrutinio(rilevata) or rilevata.rilevazione.inserimento_dal
    return (
        Iscrizione.objects.filter(
            Q(al__isnull=True) | Q(al__gte=giorno),
            istituto_id=rilevata.istituto_id,
            classe_id=rilevata.classe_id,
            dal__lte=giorno,
        )
        .select_related("persona")
        .order_by("persona__cognome", "persona__nome", "pk")
    )


def inserimenti(rilevata: ClasseRilevata) -> QuerySet[Inserimento]:
    """The entries of the class, by subject."""
    return (
        Inserimento.objects.filter(istituto_id=rilevata.istituto_id, classe_rilevata=rilevata)
        .select_related("cattedra__disciplina", "cattedra__gruppo", "registrato_da")
        .order_by("cattedra__disciplina__nome", "cattedra__gruppo__nome", "pk")
    )


def classe(rilevata: ClasseRilevata) -> Classe:
    """Load a class with what grid and certificates stand on, in three queries.

    Needs ``rilevazione`` and ``classe``.
    """
    return Classe(inserimenti=tuple(inserimenti(rilevata)), **campi(rilevata))


def campi(rilevata: ClasseRilevata) -> dict[str, Any]:
    """What every reading of a class has besides its entries, in two queries."""
    competenze = tuple(
        Competenza.objects.filter(quadro_id=rilevata.rilevazione.quadro_id)
        .annotate(discipline=_discipline(rilevata))
        .order_by("ordine")
    )
    studenti = tuple(iscrizioni(rilevata).annotate(gruppi=_gruppi()))
    return {
        "rilevata": rilevata,
        "iscrizioni": studenti,
        "competenze": competenze,
        "_abbinate": _insiemi((d, c.pk) for c in competenze for d in c.discipline),
        "_gruppi": _insiemi((g, studente.pk) for studente in studenti for g in studente.gruppi),
    }


def _discipline(rilevata: ClasseRilevata) -> ArraySubquery:
    abbinate = Abbinamento.objects.filter(
        istituto_id=rilevata.istituto_id,
        rilevazione_id=rilevata.rilevazione_id,
        corso_id=rilevata.classe.corso_id,
        competenza=OuterRef("pk"),
    )
    return ArraySubquery(abbinate.values("disciplina_id"))


def _gruppi() -> ArraySubquery:
    return ArraySubquery(Appartenenza.objects.filter(iscrizione=OuterRef("pk")).values("gruppo_id"))


def _insiemi(coppie: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    insiemi: dict[int, set[int]] = {}
    for chiave, valore in coppie:
        insiemi.setdefault(chiave, set()).add(valore)
    return {chiave: frozenset(valori) for chiave, valori in insiemi.items()}
