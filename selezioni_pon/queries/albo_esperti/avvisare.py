"""Which calls are told to the experts, and to how many one was told already."""

from datetime import datetime
from typing import Final

from cpia.avvisi.models import Promemoria
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.models import Avviso
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.esterni import riguarda_gli_esterni

PUBBLICITA: Final = (
    "Regolamento per il conferimento di incarichi, art. 4 c. 3: la scuola può usare altre forme "
    "di pubblicità"
)


def contro_l_avviso(avviso: Avviso, adesso: datetime) -> list[Violazione]:
    """What is against telling a call to the experts. No query once it is published."""
    if not aperto(avviso, adesso):
        testo = "L’avviso non prende domande: agli esperti si fa sapere finché è aperto."
        return [Violazione("non_aperto", testo, "")]
    if not riguarda_gli_esterni(avviso):
        testo = "L’avviso è per chi lavora nella scuola: gli esperti dell’albo sono di fuori."
        return [Violazione("non_per_esterni", testo, "")]
    return []


def gia_avvertiti(avviso: Avviso, tipo: str) -> int:
    """How many experts were told of a call. One query."""
    return Promemoria.objects.filter(
        istituto_id=avviso.istituto_id, tipo=tipo, riferimento=str(avviso.pk)
    ).values("chiave").distinct().count()  # fmt: skip
