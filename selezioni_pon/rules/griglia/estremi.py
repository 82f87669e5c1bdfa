"""The most that an item, a section, a grid may give; None where there is no end."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.griglia.legami import Contrasto, senza_somma, somma_migliore
from selezioni_pon.rules.griglia.modello import Griglia, Sezione, Voce
from selezioni_pon.rules.griglia.titoli import NULLA


def massimo(cosa: Voce | Sezione | Griglia) -> Fraction | None:
    """The most points that one may have; None where there is no end.

    Alternatives are not added up, nor an item with the one that absorbs it; of a grid, the items
    for other profiles are left out.
    """
    match cosa:
        case Voce():
            return _della_voce(cosa)
        case Sezione():
            return _della_sezione(cosa, cosa.voci)
        case Griglia():
            return _tutte(
                _della_sezione(sezione, [v for v in sezione.voci if v.per(cosa.profilo)])
                for sezione in cosa.sezioni
            )


def un_titolo(voce: Voce) -> Fraction:
    """The most that one title gives, before any cap."""
    punti = [voce.punti or NULLA, *(grado.punti for grado in voce.gradi)]
    punti += [fascia.punti for scala in voce.scale for fascia in scala.fasce]
    return max(punti) + (voce.pertinente or NULLA)


def somma_delle_righe(voci: Sequence[Voce], contrasto: Contrasto = senza_somma) -> Fraction | None:
    """The most that items give together, before the cap of their section."""
    singole = {voce.numero: _della_voce(voce) for voce in voci}
    chiuse = {numero: punti for numero, punti in singole.items() if punti is not None}
    return somma_migliore(voci, chiuse, contrasto) if len(chiuse) == len(singole) else None


def _della_voce(voce: Voce) -> Fraction | None:
    punti: Fraction | None = un_titolo(voce)
    if voce.tipo in (TipoVoce.UNITA, TipoVoce.DURATE):
        unita = voce.massimo_unita
        punti = None if unita is None else unita * un_titolo(voce)
    return _il_piu_basso(punti, voce.tetto)


def _della_sezione(sezione: Sezione, voci: Sequence[Voce]) -> Fraction | None:
    return _il_piu_basso(somma_delle_righe(voci), sezione.tetto)


def _il_piu_basso(*limiti: Fraction | None) -> Fraction | None:
    return min((uno for uno in limiti if uno is not None), default=None)


def _tutte(parti: Iterable[Fraction | None]) -> Fraction | None:
    insieme = NULLA
    for parte in parti:
        if parte is None:
            return None
        insieme += parte
    return insieme
