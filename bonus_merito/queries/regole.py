"""The rules of a procedure: those of the day on which it was opened, kept with their sources."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from bonus_merito.enums import FonteRisorse
from bonus_merito.models import Fondo, Procedura
from bonus_merito.rules.regole import PREFISSO, RegoleBonus, regole_da, secondo_il_contratto
from cpia.norme.enums import Origine
from cpia.norme.queries import parametri
from cpia.norme.rules import Contenuto, Valore, chiave_nota
from cpia.scuola import orologio

# Besides the values and who says them: an act keeps the words that it was made under.
CAMPI = ("fonte", "articolo", "testo", "in_contrasto_con")


def da_conservare(valori: Mapping[str, Valore]) -> dict[str, dict[str, str]]:
    """Parameters as ``Procedura.regole`` keeps them: by their key, each as the text of its type."""
    return {
        chiave: {
            "valore": _in_testo(preso.valore),
            "origine": preso.origine.value,
            **{campo: getattr(preso, campo) for campo in CAMPI},
        }
        for chiave, preso in valori.items()
    }


def conservati(regole: Mapping[str, Mapping[str, Any]]) -> dict[str, Valore]:
    """The parameters that a procedure keeps, as the norms gave them."""
    return {
        chiave: Valore(
            chiave=chiave,
            valore=chiave_nota(chiave).leggi(riga["valore"]),
            articolo=riga.get("articolo", ""),
            fonte=riga["fonte"],
            testo=riga.get("testo", ""),
            origine=Origine(riga["origine"]),
            in_contrasto_con=riga.get("in_contrasto_con", ""),
        )
        for chiave, riga in regole.items()
    }


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


def _in_testo(valore: Contenuto) -> str:
    """What ``interpreta`` reads back."""
    if isinstance(valore, bool):
        return "sì" if valore else "no"
    if isinstance(valore, Fraction):
        return f"{valore.numerator}/{valore.denominator}"
    if isinstance(valore, tuple):
        return ", ".join(str(numero) for numero in valore)
    return "nessuno" if valore is None else str(valore)
