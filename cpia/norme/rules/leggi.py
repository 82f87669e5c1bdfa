"""What the law says of the parameters: limits, agreements among them, what must not be missing.

The entries are data (``dati/leggi.toml``). A ``*`` in a key stands for any organ.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from fractions import Fraction
from typing import Final

from cpia.norme.enums import Relazione, Unita
from cpia.norme.rules.catalogo import CHIAVI, chiave_nota
from cpia.norme.rules.dire import dire
from cpia.norme.rules.misure import ORE_DEL_GIORNO, Durata
from cpia.norme.rules.parametri import Contenuto

QUALUNQUE: Final = "*"
LAVORATIVI_DELLA_SETTIMANA: Final = 6


@dataclass(frozen=True, slots=True)
class Norma:
    """An act and the place inside it, with what it says in short.

    ``da_verificare``: the place was not read in the act itself. ``indicativa``: it says «di
    massima», it binds a school only as far as the school makes it its own.
    """

    atto: str
    parole: str
    articolo: str = ""
    comma: str = ""
    dal: date | None = None
    al: date | None = None
    da_verificare: bool = False
    indicativa: bool = False

    @property
    def citazione(self) -> str:
        """``D.Lgs. 16 aprile 1994, n. 297, art. 37 c. 4``."""
        articolo = f", {self.articolo}" if self.articolo else ""
        return f"{self.atto}{articolo}{f' c. {self.comma}' if self.comma else ''}"

    def in_vigore(self, giorno: date) -> bool:
        """Whether it holds on ``giorno``, both ends included."""
        return (self.dal is None or self.dal <= giorno) and (self.al is None or giorno <= self.al)


@dataclass(frozen=True, slots=True)
class Limite:
    """What the law allows for a parameter (``chiave`` may hold a ``*``).

    ``analogia`` are the keys of the organs that the act does not name, ``esclusi`` those of which
    it does not speak at all.
    """

    chiave: str
    relazione: Relazione
    valori: tuple[str, ...]
    norma: Norma
    analogia: tuple[str, ...] = ()
    esclusi: tuple[str, ...] = ()

    def riguarda(self, chiave: str) -> bool:
        """Whether this limit speaks of that parameter."""
        escluso = any(fnmatchcase(chiave, modello) for modello in self.esclusi)
        return fnmatchcase(chiave, self.chiave) and not escluso

    def per_analogia(self, chiave: str) -> bool:
        """Whether the act does not name that organ, so that the limit is not certain."""
        return any(fnmatchcase(chiave, modello) for modello in self.analogia)

    def rispettato(self, chiave: str, valore: Contenuto) -> bool:
        """Whether the value stays within the limit. Raises TypeError if it has no size."""
        ammessi = [chiave_nota(chiave).leggi(testo) for testo in self.valori]
        if self.relazione is Relazione.MINIMO:
            return misura(valore) >= misura(ammessi[0])
        if self.relazione is Relazione.MASSIMO:
            return misura(valore) <= misura(ammessi[0])
        if self.relazione is Relazione.SOTTO:
            return misura(valore) < misura(ammessi[0])
        return valore in ammessi

    def dice(self, chiave: str) -> str:
        """What is allowed, in words: «almeno 15 giorni»."""
        ammessi = " o ".join(dire(chiave, chiave_nota(chiave).leggi(t)) for t in self.valori)
        return f"{self.relazione.etichetta} {ammessi}".strip()


@dataclass(frozen=True, slots=True)
class Accordo:
    """Two parameters of which the first may not be longer than the second."""

    minore: str
    maggiore: str
    norma: Norma

    def coppie(self) -> Iterator[tuple[str, str]]:
        """The pairs of known keys, one for each organ where there is a ``*``."""
        return _coppie(self.minore, self.maggiore)


@dataclass(frozen=True, slots=True)
class Somma:
    """Whole numbers that are parts of one: together they make ``totale``."""

    chiavi: tuple[str, ...]
    totale: int
    norma: Norma


@dataclass(frozen=True, slots=True)
class Incompatibilita:
    """Two values that may not stand together."""

    chiave: str
    valore: str
    con: str
    valore_con: str
    norma: Norma


@dataclass(frozen=True, slots=True)
class Necessita:
    """A parameter that a regulation must set, because an act cannot be done well without it."""

    chiave: str
    norma: Norma


@dataclass(frozen=True, slots=True)
class Leggi:
    """All that the checker measures a regulation with."""

    limiti: tuple[Limite, ...] = ()
    accordi: tuple[Accordo, ...] = ()
    incompatibili: tuple[Incompatibilita, ...] = ()
    necessari: tuple[Necessita, ...] = ()
    somme: tuple[Somma, ...] = ()

    def limiti_di(self, chiave: str, giorno: date) -> list[Limite]:
        """The limits in force for one parameter."""
        return [
            limite
            for limite in self.limiti
            if limite.riguarda(chiave) and limite.norma.in_vigore(giorno)
        ]


def misura(valore: Contenuto) -> Fraction:
    """The size of a value, in days for a length of time: never more than it really lasts.

    Free days are one more. Working days take a Sunday more for each full six of them, counted
    from a day of work. Raises TypeError for a value that has no size.
    """
    if isinstance(valore, Durata):
        if valore.unita is Unita.ORE:
            return Fraction(valore.quantita, ORE_DEL_GIORNO)
        return Fraction(valore.quantita + _di_piu(valore))
    if isinstance(valore, int | Fraction) and not isinstance(valore, bool):
        return Fraction(valore)
    raise TypeError(f"{valore!r} non ha una misura")


def _di_piu(durata: Durata) -> int:
    """The days of the calendar that a length takes, besides those that it counts."""
    if durata.unita is Unita.GIORNI_LAVORATIVI:
        return durata.quantita // LAVORATIVI_DELLA_SETTIMANA
    return int(durata.unita is Unita.GIORNI_LIBERI)


def chiavi_di(modello: str) -> Iterable[str]:
    """The known keys that a key with ``*`` stands for, in the catalogue's order."""
    return (chiave for chiave in CHIAVI if fnmatchcase(chiave, modello))


def _coppie(minore: str, maggiore: str) -> Iterator[tuple[str, str]]:
    prima, _, dopo = minore.partition(QUALUNQUE)
    for chiave in chiavi_di(minore):
        organo = chiave.removeprefix(prima).removesuffix(dopo) if dopo else ""
        yield chiave, maggiore.replace(QUALUNQUE, organo)
