"""The rules of a procedure: those of the day on which it was opened, with the areas resolved."""

from dataclasses import replace
from datetime import date
from typing import Final

from cpia.norme.queries import parametri
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.conservati import conservati
from cpia.norme.rules.motivi import Valore
from selezioni_pon import regolamenti
from selezioni_pon.models import AreaFunzione, ProceduraFunzioni
from selezioni_pon.rules.da_parametri import FUNZIONI, funzioni_dai_parametri
from selezioni_pon.rules.funzioni_strumentali.modello import Area, RegoleFunzioni
from selezioni_pon.rules.funzioni_strumentali.passi import COLLEGIO

# The school whose regulation says the conditions: for the others it is a model.
CASA: Final = "cpia-napoli-provincia-2"


def parametri_funzioni(istituto_id: int, giorno: date) -> dict[str, ValoreDiNorma]:
    """The parameters of the functions in force on a day. One query."""
    return parametri(istituto_id, FUNZIONI, giorno)


def regole_del_giorno(istituto_id: int, giorno: date) -> RegoleFunzioni:
    """The rules of a school on a day, with the areas of the model. One query."""
    return regolamenti.funzioni_strumentali(
        CASA, funzioni_dai_parametri(parametri_funzioni(istituto_id, giorno))
    )


def regole_di(procedura: ProceduraFunzioni, aree: list[AreaFunzione], oggi: date) -> RegoleFunzioni:
    """Those that a procedure keeps, with its own areas; of a draft those of today."""
    if procedura.regole:
        tenute = funzioni_dai_parametri(conservati(procedura.regole))
        regole = regolamenti.funzioni_strumentali(CASA, tenute)
    else:
        regole = regole_del_giorno(procedura.istituto_id, oggi)
    return replace(regole, aree=tuple(area_di(procedura, una) for una in aree))


def area_di(procedura: ProceduraFunzioni, area: AreaFunzione) -> Area:
    """An area as the rules take it: who says it is the deliberation."""
    return Area(area.sigla, area.titolo, procedura.atto)


def per_area(regole: RegoleFunzioni, posti: int) -> RegoleFunzioni:
    """The rules for an area with so many places."""
    return replace(regole, posti=Valore(posti, COLLEGIO))
