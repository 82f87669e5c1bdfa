"""The scores of a call, as declared and as the commission decided: four queries, however many.

What counts is what was sent last before the deadline and was not taken back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet, Sum

from selezioni_pon.models import Avviso, DecisioneTitolo, Esame, Invio, PuntiConcordati
from selezioni_pon.queries.commissione.valutate import Valutata, esame_di, valutate
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.griglia.modello import Griglia

__all__ = [
    "Punteggi", "Valutata", "aperte_di", "esame_di", "inviate", "punteggi", "valutate",
    "versione_di",
]  # fmt: skip

CON: Final = ("candidatura__persona", "protocollo")
IN_ORDINE: Final = (
    "candidatura__persona__cognome", "candidatura__persona__nome", "candidatura_id",
)  # fmt: skip


@dataclass(frozen=True)
class Punteggi:
    """All the applications of a call, by surname."""

    griglia: Griglia
    tutte: Sequence[Valutata]

    @property
    def chiuse(self) -> list[Valutata]:
        """Those whose check is closed, admitted or not."""
        return [una for una in self.tutte if una.chiusa]

    @property
    def aperte(self) -> int:
        """How many are still to be closed."""
        return len(self.tutte) - len(self.chiuse)


def inviate(avviso: Avviso) -> QuerySet[Invio]:
    """The applications that count: the last sent of each, unless taken back; by surname."""
    return (
        Invio.objects.filter(
            istituto_id=avviso.istituto_id, candidatura__avviso=avviso,
            sostituito_il__isnull=True, ritirato_il__isnull=True,
        )
        .select_related(*CON)
        .order_by(*IN_ORDINE)
    )  # fmt: skip


def punteggi(avviso: Avviso) -> Punteggi:
    """The score of every application of a call, whatever is still open of it. Four queries.

    Raises ValueError for a call without a grid.
    """
    griglia = griglia_di(avviso)
    return Punteggi(griglia, valutate(griglia, inviate(avviso).select_related(*CON, "esame")))


def aperte_di(avviso: Avviso) -> int:
    """How many applications are still to be closed. One query."""
    return inviate(avviso).exclude(esame__chiuso_il__isnull=False).count()


def versione_di(invio: Invio) -> int:
    """How many times something was decided of an application: it only grows. Three queries."""
    esame = Esame.objects.filter(invio=invio)
    decise = DecisioneTitolo.objects.filter(titolo__invio=invio)
    concordati = PuntiConcordati.objects.filter(invio=invio)
    tutte = (righe.aggregate(n=Sum("versione"))["n"] for righe in (esame, decise, concordati))
    return sum(n or 0 for n in tutte)
