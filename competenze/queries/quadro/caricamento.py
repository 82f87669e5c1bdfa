"""The class of a board with who teaches in it, in as few queries as a whole page allows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat, Left

from competenze.models import Abbinamento, ClasseRilevata, Competenza, Inserimento
from competenze.queries.classe import Classe, inserimenti, iscrizioni
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Appartenenza, Incarico
from cpia.scuola.queries import in_vigore


@dataclass(frozen=True)
class ClasseDelQuadro(Classe):
    """A class that also says who teaches each subject today."""

    oggi: date
    _docenti: Mapping[int, str]

    def docenti_di(self, inserimento: Inserimento) -> str:
        """``A. Corvini`` or ``A. Corvini, B. Sala``: who teaches the subject on that day."""
        return self._docenti[inserimento.pk]


def carica(rilevata: ClasseRilevata, oggi: date) -> ClasseDelQuadro:
    """Load a class for its board in three queries. Needs ``rilevazione`` and ``classe``."""
    competenze = tuple(
        Competenza.objects.filter(quadro_id=rilevata.rilevazione.quadro_id)
        .annotate(discipline=_discipline(rilevata))
        .order_by("ordine")
    )
    studenti = tuple(iscrizioni(rilevata).annotate(gruppi=_gruppi()))
    insegnate = tuple(inserimenti(rilevata).annotate(docenti=_docenti(oggi)))
    return ClasseDelQuadro(
        rilevata=rilevata,
        iscrizioni=studenti,
        inserimenti=insegnate,
        competenze=competenze,
        oggi=oggi,
        _abbinate=_insiemi((d, c.pk) for c in competenze for d in c.discipline),
        _gruppi=_insiemi((g, studente.pk) for studente in studenti for g in studente.gruppi),
        _docenti={i.pk: ", ".join(i.docenti) for i in insegnate},
    )


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


def _docenti(oggi: date) -> ArraySubquery:
    in_carica = Incarico.objects.filter(
        in_vigore(oggi), ruolo=Ruolo.DOCENTE, cattedra=OuterRef("cattedra_id")
    ).order_by("persona__cognome", "persona__nome")
    nome = Concat(Left("persona__nome", 1), Value(". "), F("persona__cognome"))
    return ArraySubquery(in_carica.annotate(chi=nome).values("chi"))


def _insiemi(coppie: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    insiemi: dict[int, set[int]] = {}
    for chiave, valore in coppie:
        insiemi.setdefault(chiave, set()).add(valore)
    return {chiave: frozenset(valori) for chiave, valori in insiemi.items()}
