"""How points, brackets and units of a grid are said in a sentence."""

from collections.abc import Sequence
from fractions import Fraction

from cpia.scuola.parole import elenco
from selezioni_pon.enums import FasciaContesa
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.modello import Fascia, Griglia, Voce


def fonte_di(griglia: Griglia, voce: Voce) -> str:
    """The act, and the item as it is printed."""
    return f"{griglia.fonte}, voce {voce.come_stampato}"


def detta(fascia: Fascia) -> str:
    """``fino a 100``, ``da 101 a 110``, ``uguale a 110``, ``da 90``, ``110 e lode``."""
    da, a = fascia.da, fascia.a
    if fascia.lode:
        return f"{in_cifre(da)} e lode" if da is not None else "lode"
    if da is None or a is None:
        return f"da {in_cifre(da)} in su" if da is not None else _fino_a(a)
    return f"uguale a {in_cifre(a)}" if da == a else f"da {in_cifre(da)} a {in_cifre(a)}"


def _fino_a(a: Fraction | None) -> str:
    return "qualsiasi voto" if a is None else f"fino a {in_cifre(a)}"


def in_quali(fasce: Sequence[Fascia]) -> str:
    """``sta in 2 fasce, da 81 a 100 (4 punti) e da 100 a 110 (5 punti)``."""
    quali = elenco(f"{detta(fascia)} ({in_punti(fascia.punti)})" for fascia in fasce)
    return f"in {len(fasce)} fasce, {quali}"


def voto_detto(voto: Fraction, su: int, *, lode: bool) -> str:
    """``110 su 110 e lode``."""
    return f"{in_cifre(voto)} su {su}{' e lode' if lode else ''}"


def fascia_detta(fasce: Sequence[Fascia], contesa: FasciaContesa) -> str:
    """In which bracket a mark is, and which one counts when it is in more."""
    if not fasce:
        return "in nessuna fascia"
    if len(fasce) == 1:
        return f"fascia {detta(fasce[0])}"
    return f"{in_quali(fasce)}: vale {contesa.etichetta}"


def per_tanti(quanti: Fraction | int, punti: Fraction) -> str:
    """``7 × 4``."""
    return f"{in_cifre(Fraction(quanti))} × {in_cifre(punti)}"


def chiamata(voce: Voce) -> str:
    """An item by its number and its other name: ``2 (b)``."""
    return f"{voce.numero} ({voce.altro_nome})" if voce.altro_nome else voce.numero


def per_chi(voce: Voce) -> str:
    """The profiles that an item is for, in words."""
    return elenco(profilo.replace("-", " ") for profilo in voce.solo_per)
