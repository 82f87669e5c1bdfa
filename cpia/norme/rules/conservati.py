"""Parameters as an act keeps them: an act keeps the rules, and the words, of its day."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

from cpia.norme.enums import Origine
from cpia.norme.rules.catalogo import chiave_nota
from cpia.norme.rules.parametri import NESSUNO, Contenuto, Valore

# Besides the values and who says them.
CAMPI: Final = ("fonte", "articolo", "testo", "in_contrasto_con")


def da_conservare(valori: Mapping[str, Valore]) -> dict[str, dict[str, str]]:
    """Parameters as a row keeps them: by their key, each as the text of its type."""
    return {
        chiave: {
            "valore": _in_testo(preso.valore),
            "origine": preso.origine.value,
            **{campo: getattr(preso, campo) for campo in CAMPI},
        }
        for chiave, preso in valori.items()
    }


def conservati(regole: Mapping[str, Mapping[str, Any]]) -> dict[str, Valore]:
    """The parameters that a row keeps, as the norms gave them."""
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


def _in_testo(valore: Contenuto) -> str:
    """What ``interpreta`` reads back."""
    if isinstance(valore, bool):
        return "sì" if valore else "no"
    if isinstance(valore, Fraction):
        return f"{valore.numerator}/{valore.denominator}"
    if isinstance(valore, tuple):
        return ", ".join(str(numero) for numero in valore)
    return NESSUNO if valore is None else str(valore)
