"""The calls of a school as the first page lists them: by what is to be done of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso
from selezioni_pon.queries.visibili import avvisi

S = StatoAvviso
CON: Final = ("selezione__progetto__anno_scolastico", "pubblicazione", "impossibilita")


@dataclass(frozen=True)
class Elenco:
    """The calls by state; those whose term is over and whose outcome is not recorded wait."""

    bozze: Sequence[Avviso]
    aperti: Sequence[Avviso]
    in_attesa: Sequence[Avviso]
    conclusi: Sequence[Avviso]
    revocati: Sequence[Avviso]

    @property
    def tutti(self) -> list[Avviso]:
        """All of them, in the order of the page."""
        return [*self.bozze, *self.aperti, *self.in_attesa, *self.conclusi, *self.revocati]


def elenco(contesto: Contesto) -> Elenco:
    """What somebody reads of the calls, the latest first. One query."""
    righe = list(avvisi(contesto).select_related(*CON).order_by("-pubblicato_il", "-pk"))
    pubblicati = [riga for riga in righe if riga.stato == S.PUBBLICATO]
    return Elenco(
        bozze=[riga for riga in righe if riga.stato == S.BOZZA],
        aperti=sorted(
            (riga for riga in pubblicati if aperto(riga, contesto.adesso)),
            key=lambda riga: riga.scade or contesto.adesso,
        ),
        in_attesa=[riga for riga in pubblicati if not aperto(riga, contesto.adesso)],
        conclusi=[riga for riga in righe if riga.stato == S.CONCLUSO],
        revocati=[riga for riga in righe if riga.stato == S.REVOCATO],
    )


def aperto(avviso: Avviso, adesso: datetime) -> bool:
    """Whether applications are still taken: to the second of the term, that one included."""
    if avviso.stato != S.PUBBLICATO or avviso.scade is None:
        return False
    return adesso.replace(microsecond=0) <= avviso.scade
