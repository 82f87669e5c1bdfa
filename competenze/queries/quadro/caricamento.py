"""The class of a board, with who teaches in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Value
from django.db.models.functions import Concat, Left

from competenze.models import ClasseRilevata, Inserimento
from competenze.queries.classe import Classe, campi, inserimenti
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
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
    insegnate = tuple(inserimenti(rilevata).annotate(docenti=_docenti(oggi)))
    return ClasseDelQuadro(
        inserimenti=insegnate,
        oggi=oggi,
        _docenti={i.pk: ", ".join(i.docenti) for i in insegnate},
        **campi(rilevata),
    )


def _docenti(oggi: date) -> ArraySubquery:
    in_carica = Incarico.objects.filter(
        in_vigore(oggi), ruolo=Ruolo.DOCENTE, cattedra=OuterRef("cattedra_id")
    ).order_by("persona__cognome", "persona__nome")
    nome = Concat(Left("persona__nome", 1), Value(". "), F("persona__cognome"))
    return ArraySubquery(in_carica.annotate(chi=nome).values("chi"))
