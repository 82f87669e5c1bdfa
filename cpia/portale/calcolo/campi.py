"""One JSON object read field by field: every fault is noted with its path, nothing is guessed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from cpia.portale.calcolo.guasti import Guasto, NumeroImproprio, figlio, mostra

E = TypeVar("E", bound=StrEnum)
ASSENTE = object()
MANCA = "manca, ed è obbligatorio"
GIORNO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DECIMALE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")


class Campi:
    """The fields of one object.

    A reader that finds a fault notes it and returns a stand-in, so that the reading goes on to
    the next one; nobody computes while ``guasti`` is not empty.
    """

    def __init__(self, valore: object, percorso: str, guasti: list[Guasto]) -> None:
        self.percorso = percorso
        self.guasti = guasti
        self._letti: list[str] = []
        self._oggetto: Mapping[str, object] = valore if isinstance(valore, dict) else {}
        self.valido = isinstance(valore, dict)
        if not self.valido:
            self.guasti.append(Guasto(percorso, f"ci vuole un oggetto, non {mostra(valore)}"))

    def ha(self, chiave: str) -> bool:
        """Whether the object names this key."""
        return chiave in self._oggetto

    def testo(self, chiave: str) -> str:
        """A compulsory text, not blank and without blanks at its ends."""
        valore = self._obbligatorio(chiave)
        if valore is ASSENTE:
            return ""
        if not isinstance(valore, str):
            self.guasto(chiave, f"ci vuole un testo tra virgolette, non {mostra(valore)}")
        elif not valore.strip():
            self.guasto(chiave, "il testo è vuoto")
        elif valore != valore.strip():
            self.guasto(chiave, f"il testo {mostra(valore)} comincia o finisce con uno spazio")
        else:
            return valore
        return ""

    def scelta(self, chiave: str, voci: type[E], nome: str, predefinita: E | None = None) -> E:
        """One value of an enum, exactly as it is written there; ``nome`` is for the message."""
        prima = next(iter(voci))
        if predefinita is None:
            valore = self._obbligatorio(chiave)
        else:
            valore = self._facoltativo(chiave, predefinita)
        if valore is ASSENTE:
            return prima
        if isinstance(valore, str) and valore in [voce.value for voce in voci]:
            return voci(valore)
        *prime, ultima = voci
        ammessi = f"{', '.join(prime)} o {ultima}"
        self.guasto(chiave, f"{nome} {mostra(valore)} non esiste: {ammessi}")
        return prima

    def intero(self, chiave: str, *, minimo: int, predefinito: int | None = None) -> int:
        """A whole number, not below ``minimo``; true and 1.0 are no whole numbers.

        Compulsory when there is no ``predefinito``.
        """
        if predefinito is None:
            valore, predefinito = self._obbligatorio(chiave), minimo
        else:
            valore = self._facoltativo(chiave, predefinito)
        if valore is ASSENTE:
            return predefinito
        if not isinstance(valore, int) or isinstance(valore, bool):
            improprio = isinstance(valore, NumeroImproprio)
            quale = "senza decimali e di al massimo 15 cifre, " if improprio else ""
            self.guasto(chiave, f"ci vuole un numero intero, {quale}non {mostra(valore)}")
        elif valore < minimo:
            self.guasto(chiave, f"il numero {valore} è troppo piccolo: almeno {minimo}")
        else:
            return valore
        return predefinito

    def decimale(self, chiave: str) -> Fraction:
        """A compulsory exact decimal, not below zero, written as a text: ``"1234.50"``."""
        valore = self._obbligatorio(chiave)
        if valore is ASSENTE:
            return Fraction(0)
        if not isinstance(valore, str) or not DECIMALE.fullmatch(valore):
            testo = 'ci vuole un numero tra virgolette, senza segno, come "12.5"'
            self.guasto(chiave, f"{testo}, non {mostra(valore)}")
            return Fraction(0)
        return Fraction(valore)

    def decimali(self, chiave: str) -> dict[str, Fraction]:
        """A compulsory object that gives an exact decimal to each of its names."""
        dentro = self.oggetto(chiave)
        return {nome: dentro.decimale(nome) for nome in dentro.chiavi}

    def oggetto(self, chiave: str) -> "Campi":
        """A compulsory object, with its own path; one that is missing asks for nothing else."""
        valore = self._obbligatorio(chiave)
        if valore is not ASSENTE:
            return Campi(valore, figlio(self.percorso, chiave), self.guasti)
        vuoto = Campi({}, figlio(self.percorso, chiave), self.guasti)
        vuoto.valido = False
        return vuoto

    @property
    def chiavi(self) -> tuple[str, ...]:
        """The names of the object, in their order."""
        return tuple(self._oggetto)

    def giorno(self, chiave: str) -> date:
        """A compulsory ISO day, ``2026-03-20``."""
        testo = self._obbligatorio(chiave)
        if testo is ASSENTE:
            return date.min
        try:
            if not isinstance(testo, str) or not GIORNO.fullmatch(testo):
                raise ValueError
            return date.fromisoformat(testo)
        except ValueError:
            self.guasto(chiave, f'ci vuole un giorno come "2026-03-20", non {mostra(testo)}')
            return date.min

    def booleano(self, chiave: str, *, obbligatorio: bool = False) -> bool:
        """True or false, as JSON writes them; false when it need not be named and is not."""
        valore = self._facoltativo(chiave, ASSENTE)
        if valore is ASSENTE:
            if obbligatorio and self.valido:
                self.guasto(chiave, MANCA)
            return False
        if not isinstance(valore, bool):
            self.guasto(chiave, f"ci vuole true o false, non {mostra(valore)}")
            return False
        return valore

    def valore(self, chiave: str) -> object:
        """What is written there, whatever it is, for who knows how to read it; None if nothing."""
        return self._facoltativo(chiave, None)

    def nullo(self, chiave: str) -> bool:
        """Whether the value is null or is not named; it counts as read."""
        return self._facoltativo(chiave, None) is None

    def oggetti(self, chiave: str) -> "Iterator[Campi]":
        """A compulsory list of objects, each with its own path."""
        valore = self._obbligatorio(chiave)
        if isinstance(valore, list):
            base = figlio(self.percorso, chiave)
            for posto, elemento in enumerate(valore):
                yield Campi(elemento, f"{base}[{posto}]", self.guasti)
        elif valore is not ASSENTE:
            self.guasto(chiave, f"ci vuole un elenco, non {mostra(valore)}")

    def fine(self) -> None:
        """Say which keys nobody asked for: an unknown key is a fault."""
        ammesse = ", ".join(dict.fromkeys(self._letti))
        for chiave in self._oggetto:
            if chiave not in self._letti:
                self.guasto(chiave, f"chiave sconosciuta; le chiavi sono: {ammesse}")

    def guasto(self, chiave: str, testo: str) -> None:
        """Note a fault of this key."""
        self.guasti.append(Guasto(figlio(self.percorso, chiave), testo))

    def _obbligatorio(self, chiave: str) -> object:
        valore = self._facoltativo(chiave, ASSENTE)
        if valore is ASSENTE and self.valido:
            self.guasto(chiave, MANCA)
        return valore

    def _facoltativo(self, chiave: str, predefinito: object) -> object:
        self._letti.append(chiave)
        return self._oggetto.get(chiave, predefinito)
