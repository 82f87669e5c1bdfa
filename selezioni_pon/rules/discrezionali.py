"""The points of the commission: each gives the own ones alone, then they agree.

What a member has given stays hidden from the others until all have given theirs. The mean is
proposed; another value needs a reason.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 8; L. 241/1990, art. 3. How the members
reach one value is practice: no regulation says it.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.rules.cifre import MEZZO, in_cifre, in_punti
from selezioni_pon.rules.fonti import MOTIVAZIONE, regolamento
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo

RELAZIONE: Final = regolamento("art. 4 c. 8")
CENTESIMI: Final = 100


@dataclass(frozen=True, slots=True)
class Raccolta:
    """What the members have given to one item of one application, by the identifier of each."""

    voce: Voce
    membri: frozenset[str]
    dati: Mapping[str, Fraction]

    @property
    def completa(self) -> bool:
        """Whether every member has given the own points."""
        return self.membri <= self.dati.keys()

    def visti_da(self, chi: str) -> dict[str, Fraction]:
        """The points that somebody may see: all when all are there, else the own only."""
        if chi not in self.membri:
            return {}
        return {uno: n for uno, n in self.dati.items() if self.completa or uno == chi}


def della_commissione(griglia: Griglia) -> tuple[Voce, ...]:
    """The items whose points the commission gives."""
    return tuple(voce for voce in griglia.voci if voce.chi is ChiPropone.COMMISSIONE)


def verifica_punti(voce: Voce, punti: Fraction) -> list[Violazione]:
    """What is against these points: outside the item, or at no step of its rubric."""
    if voce.tipo is TipoVoce.RUBRICA:
        gradini = sorted({grado.punti for grado in voce.gradi})
        if punti in gradini:
            return []
        quali = elenco(in_cifre(uno) for uno in gradini)
        testo = f"I punti della voce {voce.numero} sono {quali}: non {in_cifre(punti)}."
        return [Violazione("punti", testo, RELAZIONE, "punti")]
    tetto = min(uno for uno in (voce.punti, voce.tetto) if uno is not None)
    if 0 <= punti <= tetto:
        return []
    testo = (
        f"Alla voce {voce.numero} si danno da 0 a {in_cifre(tetto)} punti: non {in_cifre(punti)}."
    )
    return [Violazione("punti", testo, RELAZIONE, "punti")]


def verifica_dato(raccolta: Raccolta, chi: str, punti: Fraction) -> list[Violazione]:
    """What is against a member giving these points now: once all are open nobody changes them."""
    if chi not in raccolta.membri:
        testo = "I punti li danno i componenti della commissione."
        return [Violazione("componente", testo, RELAZIONE)]
    if raccolta.completa:
        testo = "Tutti hanno dato i punti e si vedono: ora si concordano, non si cambiano."
        return [Violazione("scoperti", testo, RELAZIONE)]
    return verifica_punti(raccolta.voce, punti)


def media(raccolta: Raccolta) -> Fraction:
    """The exact mean of the points given; ValueError while somebody's are missing."""
    if not raccolta.completa or not raccolta.membri:
        raise ValueError("la media si fa quando tutti hanno dato i punti")
    return sum((raccolta.dati[uno] for uno in raccolta.membri), Fraction(0)) / len(raccolta.membri)


def proposta(raccolta: Raccolta) -> Fraction:
    """The mean to the hundredth, half up; of a rubric the nearest step, of two the higher."""
    esatta = media(raccolta)
    if raccolta.voce.tipo is TipoVoce.RUBRICA:
        gradini = {grado.punti for grado in raccolta.voce.gradi}
        return min(gradini, key=lambda uno: (abs(uno - esatta), -uno))
    return Fraction(floor(esatta * CENTESIMI + MEZZO), CENTESIMI)


def verifica_accordo(raccolta: Raccolta, punti: Fraction, motivo: str) -> list[Violazione]:
    """What is against the agreed points: somebody is missing, out of the item, no reason."""
    if not raccolta.completa:
        mancano = plurale(len(raccolta.membri - raccolta.dati.keys()), "componente", "componenti")
        testo = f"Non si concorda ancora: {mancano} non ha dato i punti."
        if len(raccolta.membri - raccolta.dati.keys()) > 1:
            testo = f"Non si concorda ancora: {mancano} non hanno dato i punti."
        return [Violazione("mancano_punti", testo, RELAZIONE)]
    return [*verifica_punti(raccolta.voce, punti), *_scostamento(raccolta, punti, motivo)]


def _scostamento(raccolta: Raccolta, punti: Fraction, motivo: str) -> Iterator[Violazione]:
    proposti = proposta(raccolta)
    if punti != proposti and not motivo.strip():
        testo = (
            f"La media propone {in_punti(proposti)} e ne date {in_cifre(punti)}: scrivete perché."
        )
        yield Violazione("motivo", testo, MOTIVAZIONE, "motivo")


def titolo_concordato(voce: Voce, punti: Fraction) -> Titolo:
    """The agreed points as the engine of the grids reads them."""
    if voce.tipo is TipoVoce.RUBRICA:
        parola = next(grado.parola for grado in voce.gradi if grado.punti == punti)
        return Titolo(voce.numero, grado=parola)
    return Titolo(voce.numero, quanti=punti)


def senza_accordo(griglia: Griglia, concordate: AbstractSet[str]) -> Sequence[Voce]:
    """The items of the commission that have no agreed points yet, by number."""
    return [voce for voce in della_commissione(griglia) if voce.numero not in concordate]
