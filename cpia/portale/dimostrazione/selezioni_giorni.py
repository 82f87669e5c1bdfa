"""The selections of spring in the order of their days, between those of the other topics.

Each module says when every act of its own was done; here those of some days are done in order, so
that protocol and albo are numbered as the acts came.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from cpia.portale.dimostrazione import (
    selezioni_albo,
    selezioni_commissione,
    selezioni_domande,
    selezioni_funzioni,
    selezioni_graduatorie,
    selezioni_incarichi,
    selezioni_infanzia,
    selezioni_procedure,
)
from cpia.portale.dimostrazione.partiti import gia_partiti, gia_stampati, gia_visti
from cpia.portale.dimostrazione.scuola import istante
from cpia.portale.dimostrazione.selezioni import TIPO
from cpia.scuola.models import Istituto
from selezioni_pon.services.candidature.carta import STAMPA

DELLE_SELEZIONI = "selezioni_pon."
Atto = tuple[datetime, Callable[[Istituto], object]]
MODULI = (
    selezioni_procedure, selezioni_domande, selezioni_commissione, selezioni_graduatorie,
    selezioni_incarichi, selezioni_infanzia, selezioni_funzioni, selezioni_albo,
)  # fmt: skip
INVERNO = istante(date(2024, 1, 8), 8), istante(date(2024, 2, 23), 8)
APRILE = istante(date(2024, 4, 26), 10, 1), istante(date(2024, 5, 3), 9)
FINO_AL_TERMINE = istante(date(2024, 5, 3), 9, 1), istante(date(2024, 5, 6), 10)
MAGGIO = istante(date(2024, 5, 16), 13), istante(date(2024, 5, 29), 10)
GIUGNO = istante(date(2024, 5, 29), 11), istante(date(2024, 6, 5), 8)


def popola_inverno(istituto: Istituto) -> None:
    """The families that asked for a place at the scuola dell’infanzia."""
    _compie(istituto, INVERNO)


def popola_aprile(istituto: Istituto) -> None:
    """Who teaches and judges; grids, project, and four calls to the own staff."""
    selezioni_procedure.docenti(istituto)
    _compie(istituto, APRILE)


def popola_domande(istituto: Istituto) -> None:
    """Those who applied in the last days of the term."""
    _compie(istituto, FINO_AL_TERMINE)


def popola_maggio(istituto: Istituto) -> None:
    """The commissions named, two at the end of their work, a ranking final, posts given."""
    _compie(istituto, MAGGIO)


def popola_giugno(istituto: Istituto) -> None:
    """Complaints, a letter to be signed, who applies to the calls that are open."""
    _compie(istituto, GIUGNO)


def atti() -> Iterator[Atto]:
    """Every act with its hour."""
    for modulo in MODULI:
        yield from modulo.atti()


def _compie(istituto: Istituto, fra: tuple[datetime, datetime]) -> None:
    dal, al = fra
    in_ordine = sorted((atto for atto in atti() if dal <= atto[0] < al), key=lambda atto: atto[0])
    for _, atto in in_ordine:
        atto(istituto)
    gia_partiti(istituto, TIPO)
    gia_stampati(istituto, STAMPA)
    gia_visti(istituto, DELLE_SELEZIONI)
