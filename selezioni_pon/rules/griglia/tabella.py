"""A table of data read strictly: what is badly written is said with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NoReturn, TypeVar

from cpia.norme.enums import Voce as Scelta
from cpia.scuola.parole import elenco

CIFRA: Final = re.compile(r"\d{1,6}(\.\d{1,6})?")
S = TypeVar("S", bound=Scelta)


@dataclass(frozen=True, slots=True)
class Tabella:
    """Named values and the place where they are written.

    Every reading raises ValueError, in Italian and with the place, for what is not as it should.
    """

    dati: Mapping[str, object]
    dove: str

    def solo(self, ammesse: frozenset[str], obbligatorie: frozenset[str] = frozenset()) -> None:
        """Refuses keys that are not known, and the lack of those that are needed."""
        ignote = sorted(self.dati.keys() - ammesse)
        if ignote:
            self.errore("", f"non si conosce {elenco(ignote)}")
        mancano = sorted(obbligatorie - self.dati.keys())
        if mancano:
            self.errore("", f"manca {elenco(mancano)}")

    def testo(self, chiave: str) -> str:
        """A text without blanks around, empty where it is not written."""
        valore = self.dati.get(chiave, "")
        if not isinstance(valore, str):
            self.errore(chiave, "serve un testo")
        return valore.strip()

    def pieno(self, chiave: str) -> str:
        """A text that must say something."""
        return self.testo(chiave) or self.errore(chiave, "serve un testo non vuoto")

    def testi(self, chiave: str) -> tuple[str, ...]:
        """A list of texts."""
        valore = self.dati.get(chiave, [])
        if not isinstance(valore, list) or not all(isinstance(uno, str) for uno in valore):
            self.errore(chiave, "serve un elenco di testi")
        return tuple(uno.strip() for uno in valore)

    def cifra(self, chiave: str) -> Fraction | None:
        """An exact figure, written as text («2.5»); None where it is not written."""
        valore = self.dati.get(chiave)
        if valore is None:
            return None
        if not isinstance(valore, str) or not CIFRA.fullmatch(valore):
            self.errore(chiave, f"serve una cifra fra virgolette, non {valore!r}")
        return Fraction(valore)

    def punti(self, chiave: str = "punti") -> Fraction:
        """An exact figure that must be there."""
        valore = self.cifra(chiave)
        return self.errore(chiave, "serve una cifra") if valore is None else valore

    def intero(self, chiave: str) -> int | None:
        """A whole number above zero; None where it is not written."""
        valore = self.dati.get(chiave)
        if valore is None:
            return None
        if not isinstance(valore, int) or isinstance(valore, bool) or valore < 1:
            self.errore(chiave, f"serve un numero intero positivo, non {valore!r}")
        return valore

    def contato(self, chiave: str) -> int:
        """A whole number that must be there."""
        return self.intero(chiave) or self.errore(chiave, "serve un numero intero positivo")

    def vero(self, chiave: str) -> bool:
        """True or false; false where it is not written."""
        valore = self.dati.get(chiave, False)
        if not isinstance(valore, bool):
            self.errore(chiave, "serve true o false")
        return valore

    def scelta(self, chiave: str, fra: type[S], senza: S | None = None) -> S:
        """One of the values of an enum; ``senza`` where it is not written."""
        valore = self.dati.get(chiave)
        if valore is None and senza is not None:
            return senza
        if valore not in list(fra):
            self.errore(chiave, f"deve essere uno di: {elenco(fra)}")
        return fra(str(valore))

    def tabelle(self, chiave: str) -> Iterator["Tabella"]:
        """The tables of a list, each with its place."""
        valore = self.dati.get(chiave, [])
        if not isinstance(valore, list):
            self.errore(chiave, "serve un elenco")
        for indice, uno in enumerate(valore):
            if not isinstance(uno, Mapping):
                self.errore(f"{chiave}[{indice}]", "serve una tabella")
            yield Tabella(uno, f"{self._in(chiave)}[{indice}]")

    def _in(self, chiave: str) -> str:
        return f"{self.dove}.{chiave}" if chiave else self.dove

    def errore(self, chiave: str, testo: str) -> NoReturn:
        """Refuses, with the place and the reason."""
        raise ValueError(f"{self._in(chiave)}: {testo}")
