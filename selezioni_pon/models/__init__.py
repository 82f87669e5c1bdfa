"""The selections of a school: grids, projects, calls and what was ascertained after each."""

from selezioni_pon.models.avvisi import Avviso, Selezione
from selezioni_pon.models.griglie import Griglia
from selezioni_pon.models.impossibilita import Impossibilita
from selezioni_pon.models.progetti import Progetto

__all__ = ["Avviso", "Griglia", "Impossibilita", "Progetto", "Selezione"]
