"""The sheet of a call: its grid in short, the term of the complaint, what comes after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Valore
from cpia.scuola.access import Contesto
from selezioni_pon.enums import Fase, StatoAvviso
from selezioni_pon.models import Avviso
from selezioni_pon.queries.griglie import griglia_scritta
from selezioni_pon.queries.regole import regole_del_giorno, regole_di
from selezioni_pon.queries.svolte import prossima_fase, svolte
from selezioni_pon.queries.visibili import avvisi
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.fasi import verifica_apertura

SENZA_TETTO: Final = "quanto danno le voci"
DELL_AVVISO: Final = "termine scritto nell’avviso"


@dataclass(frozen=True)
class InBreve:
    """A section of a grid: how many items, how many points at most."""

    sigla: str
    titolo: str
    voci: int
    massimo: str


def sezioni_di(avviso: Avviso) -> list[InBreve]:
    """The grid of a call, section by section; the whole is on paper. No query."""
    if avviso.griglia is None:
        return []
    return [
        InBreve(
            una.sigla, una.titolo, len(una.voci),
            SENZA_TETTO if una.tetto is None else in_cifre(una.tetto),
        )
        for una in griglia_scritta(avviso.griglia).sezioni
    ]  # fmt: skip


def reclamo_di(avviso: Avviso) -> Valore[int]:
    """How many days one has to complain, and who says it. One query for a draft."""
    if avviso.reclamo_giorni is not None:
        return Valore(avviso.reclamo_giorni, DELL_AVVISO)
    return regole_di(avviso).reclamo.giorni


def altri_avvisi(contesto: Contesto, avviso: Avviso) -> list[Avviso]:
    """The other calls of the same search that somebody reads, in their order. One query."""
    della_stessa = avvisi(contesto).filter(selezione_id=avviso.selezione_id)
    return list(della_stessa.exclude(pk=avviso.pk).order_by("pk"))


def prossima(avviso: Avviso, altri: Sequence[Avviso], oggi: date) -> Fase | None:
    """To whom the school turns after a call that is over, or again after one taken back.

    None where the next call is written already, or where there is none. Two queries at most.
    """
    if avviso.stato not in {StatoAvviso.CONCLUSO, StatoAvviso.REVOCATO}:
        return None
    if any(uno.stato == StatoAvviso.BOZZA for uno in altri):
        return None
    fatte, regole = svolte(avviso.selezione), regole_del_giorno(avviso.istituto_id, oggi)
    fase = prossima_fase(fatte, regole)
    return fase if fase and not verifica_apertura(fase, fatte, regole.avviso) else None
