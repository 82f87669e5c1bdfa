"""The rules of a call: those of the day of its publication, kept with their sources."""

from datetime import date
from typing import Final

from cpia.norme.queries import parametri
from cpia.norme.rules import Valore
from cpia.norme.rules.conservati import conservati
from cpia.scuola import orologio
from selezioni_pon.models import Avviso
from selezioni_pon.rules.da_parametri import FUNZIONI, INFANZIA
from selezioni_pon.rules.regole import PREFISSO, RegoleSelezioni, regole_da

DI_ALTRO: Final = (INFANZIA, FUNZIONI)


def parametri_del_giorno(istituto_id: int, giorno: date) -> dict[str, Valore]:
    """The parameters of the calls in force on a day. One query."""
    tutti = parametri(istituto_id, PREFISSO, giorno)
    return {chiave: v for chiave, v in tutti.items() if not chiave.startswith(DI_ALTRO)}


def regole_del_giorno(istituto_id: int, giorno: date) -> RegoleSelezioni:
    """The rules of a school on a day. One query."""
    return regole_da(parametri_del_giorno(istituto_id, giorno))


def regole_di(avviso: Avviso, oggi: date | None = None) -> RegoleSelezioni:
    """Those of the day of publication; of a draft those of today, with one query."""
    if avviso.regole:
        return regole_da(conservati(avviso.regole))
    return regole_del_giorno(avviso.istituto_id, oggi or orologio.oggi())
