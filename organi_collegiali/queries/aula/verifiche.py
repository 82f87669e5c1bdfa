"""The times at which somebody asked that the legal number be checked, as the register has them."""

from dataclasses import dataclass
from datetime import datetime

from cpia.atti.models import Operazione
from organi_collegiali.models import Seduta

VERIFICA = "verifica il numero legale"


@dataclass(frozen=True)
class Verifica:
    """How many were in, how many were needed, and whether they were enough."""

    quando: datetime
    presenti: int
    in_carica: int
    numero_legale: int
    valida: bool


def verifiche(seduta: Seduta) -> tuple[Verifica, ...]:
    """The checks of a sitting, by the hour; the minutes tell them. One query."""
    righe = Operazione.objects.filter(
        istituto_id=seduta.istituto_id,
        oggetto_tipo=seduta._meta.label_lower,
        oggetto_id=seduta.pk,
        azione=VERIFICA,
    ).order_by("compiuta_il", "id")
    return tuple(
        Verifica(
            riga.compiuta_il,
            riga.dati["presenti"],
            riga.dati["in_carica"],
            riga.dati["numero_legale"],
            riga.dati["valida"],
        )
        for riga in righe
        if riga.dati
    )
