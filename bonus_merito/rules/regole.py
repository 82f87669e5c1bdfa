"""What the norms in force say of the bonus, each value with its source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final, TypeVar

from bonus_merito.enums import Area, Arrotondamento, FasciaVuota, FonteRisorse, Metodo
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.motivi import Valore

T = TypeVar("T")
PREFISSO: Final = "bonus."
DI_RUOLO: Final = Valore(
    valore=True, fonte="L. 107/2015, art. 1 c. 128: il bonus è dei docenti di ruolo"
)
PESI: Final = {Area.A: "bonus.peso_a", Area.B: "bonus.peso_b", Area.C: "bonus.peso_c"}


@dataclass(frozen=True, slots=True)
class RegoleFasce:
    """``limiti`` are the percentages that each band exceeds, lowest first: 50, 70, 85."""

    limiti: Valore[tuple[int, ...]]
    arrotondamento: Valore[Arrotondamento]

    @property
    def numero(self) -> int:
        """How many bands there are."""
        return len(self.limiti.valore)

    def intervallo(self, fascia: int) -> str:
        """The band as a range, «71–85»: a number alone reads as a level of Tabella A."""
        limiti = (*self.limiti.valore, 100)
        return f"{limiti[fascia - 1] + 1}–{limiti[fascia]}"


@dataclass(frozen=True, slots=True)
class RegoleEsclusione:
    """``assenze`` is the part of the working days that may not be exceeded.

    ``di_ruolo`` says whether only who has tenure may have it.
    """

    di_ruolo: Valore[bool]
    assenze: Valore[Fraction]
    congedi_esclusi: Valore[bool]
    anni_sanzioni: Valore[int]

    @property
    def fonte(self) -> str:
        """Who says whom the bonus leaves out, each once."""
        return "; ".join(dict.fromkeys((self.anni_sanzioni.fonte, self.assenze.fonte)))


@dataclass(frozen=True, slots=True)
class RegoleRiparto:
    """``pesi_fascia`` are those of the method that uses them, lowest band first."""

    metodo: Valore[Metodo]
    fascia_vuota: Valore[FasciaVuota]
    pesi_fascia: Valore[tuple[int, ...]]

    def peso(self, fascia: int) -> int:
        """What a head of this band weighs; a band without its own weighs as the last that has."""
        pesi = self.pesi_fascia.valore
        return pesi[min(fascia, len(pesi)) - 1]


@dataclass(frozen=True, slots=True)
class RegoleBonus:
    """``minimo`` and ``massimo`` are parts of the teachers in service who count.

    ``aggiuntiva`` is the most that the dirigente may add; ``gruppo_minimo`` are the people under
    whom a group tells somebody apart.
    """

    pesi: Mapping[Area, Valore[int]]
    fasce: RegoleFasce
    esclusioni: RegoleEsclusione
    minimo: Valore[Fraction]
    massimo: Valore[Fraction]
    riparto: RegoleRiparto
    aggiuntiva: Valore[int]
    gruppo_minimo: Valore[int]


def regole_da(
    valori: Mapping[str, ValoreDiNorma], fonte: FonteRisorse | None = None
) -> RegoleBonus:
    """The rules out of the parameters of a school, by their key.

    ``fonte`` is who says how the money of the fund is used, else who the parameters say.
    """

    def valore(voce: str, come: Callable[[Any], T]) -> Valore[T]:
        return _letto(valori[f"{PREFISSO}{voce}"], come)

    return RegoleBonus(
        pesi={area: _letto(valori[chiave], int) for area, chiave in PESI.items()},
        fasce=RegoleFasce(valore("fasce", tuple), valore("arrotondamento", Arrotondamento)),
        esclusioni=RegoleEsclusione(
            _di_ruolo(valori, fonte),
            valore("assenze", Fraction),
            valore("congedi_esclusi", bool),
            valore("anni_sanzioni", int),
        ),
        minimo=valore("minimo", Fraction),
        massimo=valore("massimo", Fraction),
        riparto=RegoleRiparto(
            valore("metodo", Metodo),
            valore("fascia_vuota", FasciaVuota),
            valore("pesi_fascia", tuple),
        ),
        aggiuntiva=valore("aggiuntiva", int),
        gruppo_minimo=valore("gruppo_minimo", int),
    )


def secondo_il_contratto(regole: RegoleBonus, contratto: str) -> RegoleBonus:
    """The same rules where the bargaining decides: method and division are of its article.

    ``contratto`` is the citation of the act; where it is not written nothing changes.
    """
    if not contratto:
        return regole
    riparto = regole.riparto
    return replace(
        regole,
        riparto=RegoleRiparto(
            replace(riparto.metodo, fonte=contratto),
            replace(riparto.fascia_vuota, fonte=contratto),
            replace(riparto.pesi_fascia, fonte=contratto),
        ),
    )


def _di_ruolo(valori: Mapping[str, ValoreDiNorma], fonte: FonteRisorse | None) -> Valore[bool]:
    """Where the Comitato decides it is law; where the bargaining does, the school says."""
    chi = fonte or FonteRisorse(valori[f"{PREFISSO}fonte"].come(str))
    if chi is FonteRisorse.COMITATO:
        return DI_RUOLO
    return _letto(valori[f"{PREFISSO}contratto.solo_di_ruolo"], bool)


def _letto(preso: ValoreDiNorma, come: Callable[[Any], T]) -> Valore[T]:
    return Valore(come(preso.valore), preso.fonte, preso.in_contrasto_con)
