"""The sides of a comparison: a version, the school, one of the schools shipped with the portal."""

from collections.abc import Iterable
from datetime import date

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.queries.regolamenti import disposizioni_in_vigore
from cpia.norme.rules import Disposizione, Valore
from cpia.norme.rules.confronto import Detto


def detti_del_regolamento(regolamento: Regolamento) -> list[Detto]:
    """What one version says. One query."""
    return [_detto(riga) for riga in regolamento.parametri.all()]


def detti_della_scuola(istituto_id: int, giorno: date) -> list[Detto]:
    """What the regulations of a school say together on ``giorno``. One query."""
    return _detti(disposizioni_in_vigore(istituto_id, giorno))


def detti_del_profilo(slug: str, giorno: date) -> list[Detto]:
    """What the regulations of a shipped school say: of the public file, no row is read.

    Raises ProfiloSconosciuto.
    """
    return _detti(d for d in profilo(slug).disposizioni if d.in_vigore(giorno))


def _detti(disposizioni: Iterable[Disposizione]) -> list[Detto]:
    recenti = sorted(disposizioni, key=lambda d: d.dal, reverse=True)
    return [Detto(d.chiave, d.valore, f"{d.articolo}, {d.regolamento}", d.testo) for d in recenti]


def _detto(riga: Parametro) -> Detto:
    return Detto(riga.chiave, riga.valore, riga.articolo, riga.testo)


def valori_del_profilo(slug: str, prefisso: str, giorno: date) -> dict[str, Valore]:
    """The parameters of a shipped school, for a «what if». Raises ProfiloSconosciuto."""
    return profilo(slug).parametri(prefisso, giorno)


def scuole_spedite() -> list[tuple[str, str]]:
    """Slug and short name of the shipped schools."""
    return [(slug, profilo(slug).istituto.denominazione_breve) for slug in PROFILI]
