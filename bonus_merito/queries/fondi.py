"""The money of each school year, and what the norms say of it."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from bonus_merito.enums import Destinatari, FonteRisorse, Lordo
from bonus_merito.models import Fondo, Procedura
from bonus_merito.models.procedure import DECRETATE
from bonus_merito.queries.regole import parametri_del_giorno
from bonus_merito.rules.fondo import FondoScritto, RegoleFondo
from cpia.norme.rules.motivi import Valore
from cpia.scuola.models import AnnoScolastico

T = TypeVar("T")


def fondo_di(anno: AnnoScolastico) -> Fondo | None:
    """The fund of a school year. One query."""
    return (
        Fondo.objects.filter(istituto_id=anno.istituto_id, anno_scolastico=anno)
        .select_related("anno_scolastico")
        .first()
    )


def decretato(fondo: Fondo) -> bool:
    """Whether a decree has paid it already: then it does not change any more. One query."""
    return Procedura.objects.filter(
        istituto_id=fondo.istituto_id, fondo=fondo, stato__in=DECRETATE
    ).exists()


def regole_fondo(istituto_id: int, giorno: date) -> RegoleFondo:
    """What the norms in force on a day say of the money. One query."""
    valori = parametri_del_giorno(istituto_id, giorno)

    def valore(voce: str, come: Callable[[Any], T]) -> Valore[T]:
        preso = valori[f"bonus.{voce}"]
        return Valore(come(preso.valore), preso.fonte, preso.in_contrasto_con)

    return RegoleFondo(
        valore("fonte", FonteRisorse), valore("destinatari", Destinatari), valore("lordo", Lordo)
    )


def scritto(fondo: Fondo) -> FondoScritto:
    """A fund as the rules take it."""
    return FondoScritto(
        fonte=FonteRisorse(fondo.fonte),
        importo=fondo.importo,
        quota_docenti=fondo.quota_docenti,
        lordo=Lordo(fondo.lordo),
        contratto=fondo.contratto,
        articolo=fondo.articolo,
    )
