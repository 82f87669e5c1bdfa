"""What an item of a grid gives, in words: points, brackets, limits."""

from collections.abc import Iterator

from cpia.scuola.parole import con_maiuscola, elenco, plurale
from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.frasi import detta
from selezioni_pon.rules.griglia.modello import Scala, Voce

NULLA = 0


def quanto_da(voce: Voce) -> str:
    """``3 punti ciascuno; al più 12 punti.``"""
    return con_maiuscola(f"{'; '.join(_frasi(voce))}.")


def _frasi(voce: Voce) -> Iterator[str]:
    yield from _punti(voce)
    if voce.pertinente:
        yield f"{in_punti(voce.pertinente)} in più se pertinente al settore"
    if voce.massimo_unita:
        yield f"ne conta al più {plurale(voce.massimo_unita, 'uno', 'titoli')}"
    if voce.tetto is not None and voce.tipo is not TipoVoce.SI_NO:
        yield f"al più {in_punti(voce.tetto)}"
    if voce.minimo_per_contare:
        yield f"durata minima: {voce.minimo_per_contare}"
    if voce.chi is ChiPropone.COMMISSIONE:
        yield "decide la commissione"


def _punti(voce: Voce) -> Iterator[str]:
    punti = in_punti(voce.punti or NULLA)
    match voce.tipo:
        case TipoVoce.SI_NO:
            yield punti
        case TipoVoce.VOTO:
            yield from map(_scala, sorted(voce.scale, key=lambda scala: -scala.su))
        case TipoVoce.UNITA:
            yield f"{punti} ciascuno"
        case TipoVoce.DISCREZIONALE:
            yield f"da 0 a {punti}"
        case _:
            yield elenco(f"{g.testo or g.parola}: {in_cifre(g.punti)}" for g in voce.gradi)


def _scala(scala: Scala) -> str:
    fasce = elenco(f"{detta(fascia)}: {in_cifre(fascia.punti)}" for fascia in scala.fasce)
    return f"voto su {scala.su}, {fasce}"
