"""The rules of a procedure: those of the day on which it was opened, kept with their sources."""

from datetime import date

from bonus_merito.enums import FonteRisorse
from bonus_merito.models import Fondo, Procedura
from bonus_merito.rules.regole import PREFISSO, RegoleBonus, regole_da, secondo_il_contratto
from cpia.norme.queries import parametri
from cpia.norme.rules import Valore
from cpia.norme.rules.conservati import conservati
from cpia.scuola import orologio


def parametri_del_giorno(istituto_id: int, giorno: date) -> dict[str, Valore]:
    """The parameters of the bonus in force on a day. One query."""
    return parametri(istituto_id, PREFISSO, giorno)


def parametri_di(procedura: Procedura, oggi: date | None = None) -> dict[str, Valore]:
    """Those of the day of opening; before it those of today, with one query."""
    if procedura.regole:
        return conservati(procedura.regole)
    return parametri_del_giorno(procedura.istituto_id, oggi or orologio.oggi())


def regole_di(procedura: Procedura, oggi: date | None = None) -> RegoleBonus:
    """The rules that judge a procedure, loaded with its fund.

    Where the bargaining says how the money is used, its article is the source of the division.
    """
    fonte = FonteRisorse(procedura.fondo.fonte)
    regole = regole_da(parametri_di(procedura, oggi), fonte)
    return secondo_il_contratto(regole, contratto_di(procedura.fondo))


def contratto_di(fondo: Fondo) -> str:
    """The contract and its article as one cites them; nothing where the Comitato decides."""
    if fondo.fonte != FonteRisorse.CONTRATTO.value:
        return ""
    return ", ".join(filter(None, (fondo.contratto, fondo.articolo)))
