"""Who is in a class and which cells are to be filled: the ground of grid, board and papers."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

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
    who follow it. Everything is read in five queries, whatever the size of the class.
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
    """Load a class with what grid, board and certificates stand on. Needs ``rilevazione``."""
    abbinate = defaultdict(set)
    for disciplina_id, competenza_id in Abbinamento.objects.filter(
        istituto_id=rilevata.istituto_id,
        rilevazione_id=rilevata.rilevazione_id,
        corso_id=rilevata.classe.corso_id,
    ).values_list("disciplina_id", "competenza_id"):
        abbinate[disciplina_id].add(competenza_id)
    gruppi = defaultdict(set)
    for gruppo_id, iscrizione_id in Appartenenza.objects.filter(
        istituto_id=rilevata.istituto_id, gruppo__classe_id=rilevata.classe_id
    ).values_list("gruppo_id", "iscrizione_id"):
        gruppi[gruppo_id].add(iscrizione_id)
    return Classe(
        rilevata=rilevata,
        iscrizioni=tuple(iscrizioni(rilevata)),
        inserimenti=tuple(inserimenti(rilevata)),
        competenze=tuple(
            Competenza.objects.filter(quadro_id=rilevata.rilevazione.quadro_id).order_by("ordine")
        ),
        _abbinate={chiave: frozenset(valori) for chiave, valori in abbinate.items()},
        _gruppi={chiave: frozenset(valori) for chiave, valori in gruppi.items()},
    )
