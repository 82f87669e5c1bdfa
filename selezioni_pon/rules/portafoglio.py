"""Titles declared once and used again: which item of another grid asks the same.

No norm speaks of it: who applies again types less, and declares anew all that is sent.
"""

from collections.abc import Mapping
from typing import Any

from selezioni_pon.enums import ChiPropone
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da


def corrispondenti(da: Griglia, a: Griglia) -> Mapping[str, str]:
    """The items of a grid that another asks in the same words: number there to number here.

    Words are the same whatever capitals, blanks and stops; the kind must be the same too. Where
    two items say the same only the one with the same number is meant, else none.
    """
    uguali = {
        voce.numero: [una.numero for una in a.voci if una.chi is voce.chi and _uguali(una, voce)]
        for voce in da.voci
        if voce.chi is ChiPropone.CANDIDATO
    }
    trovate = {numero: numero for numero, altre in uguali.items() if numero in altre}
    for numero, altre in uguali.items():
        if numero not in trovate and len(altre) == 1 and altre[0] not in trovate.values():
            trovate[numero] = altre[0]
    return trovate


def riutilizzabili(
    da: Griglia, a: Griglia, valori: Mapping[str, Any]
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Of the titles declared on a grid those that another can take, and those that it cannot.

    The first by number there to number here; the others, by number there, have no item here or
    say something that the item here does not hold (a length, a word, a scale of marks).
    """
    mappa = corrispondenti(da, a)
    presi = {
        numero: mappa[numero]
        for numero, valore in valori.items()
        if numero in mappa and _regge(a.voce(mappa[numero]), valore)
    }
    return presi, tuple(numero for numero in valori if numero not in presi)


def stessa_voce(voce: Voce) -> tuple[str, str]:
    """What makes an item the same in two grids: its words without their dress, and its kind."""
    lettere = "".join(c if c.isalnum() else " " for c in voce.testo.casefold())
    return " ".join(lettere.split()), voce.tipo.value


def _uguali(una: Voce, altra: Voce) -> bool:
    return stessa_voce(una) == stessa_voce(altra)


def _regge(voce: Voce | None, valore: Any) -> bool:
    return voce is not None and isinstance(titolo_da(voce, valore), Titolo)
