"""The parts of a value of an item, read one by one; what is wrong is noted in Italian."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco
from selezioni_pon.rules.griglia.modello import Grado, Voce

PUNTI: Final = re.compile(r"\d{1,6}([.,]\d{1,6})?")
PERTINENTE: Final = "pertinente"
PERTINENTI: Final = "pertinenti"


@dataclass(slots=True)
class Campi:
    """A value: several keys, or one thing alone, which is what ``principale`` names."""

    voce: Voce
    valore: object
    guasti: list[Violazione] = field(default_factory=list)

    @property
    def composto(self) -> bool:
        """Whether the value has keys of its own."""
        return isinstance(self.valore, Mapping)

    def di(self, chiave: str) -> object:
        """What a key holds, or the whole value where it has no keys; None where it is not said."""
        return self.valore.get(chiave) if isinstance(self.valore, Mapping) else self.valore

    def ha(self, chiave: str) -> bool:
        """Whether a key is written."""
        return isinstance(self.valore, Mapping) and chiave in self.valore

    def guasto(self, codice: str, testo: str, campo: str = "") -> None:
        """Notes what is wrong, and where if the value has keys."""
        dove = f"Voce {self.voce.numero}: {self.voce.testo}"
        self.guasti.append(Violazione(codice, testo, dove, campo if self.composto else ""))

    def solo(self, *ammesse: str) -> None:
        """Notes the keys that this item does not have."""
        if not isinstance(self.valore, Mapping):
            return
        della_voce = (*ammesse, *((PERTINENTE,) if self.voce.pertinente is not None else ()))
        for chiave in self.valore:
            if chiave in (PERTINENTE, PERTINENTI) and self.voce.pertinente is None:
                testo = "Questa voce non dà punti in più per il titolo pertinente."
                self.guasto("pertinente_non_previsto", testo, str(chiave))
            elif chiave not in della_voce:
                testo = f"La parola «{chiave}» non c’è: si può scrivere {elenco(della_voce)}."
                self.guasto("parola_ignota", testo, str(chiave))

    def vero(self, chiave: str) -> bool:
        """Yes or no."""
        valore = self.di(chiave)
        if not isinstance(valore, bool):
            self.guasto(
                "non_si_o_no", f"Serve sì o no (true o false), non {_detto(valore)}.", chiave
            )
            return False
        return valore

    def intero(self, chiave: str) -> int:
        """A whole number, zero included."""
        valore = self.di(chiave)
        if isinstance(valore, int) and not isinstance(valore, bool) and valore >= 0:
            return valore
        testo = f"Serve un numero intero, da 0 in su, non {_detto(valore)}."
        self.guasto("numero_non_valido", testo, chiave)
        return 0

    def punti(self, chiave: str) -> Fraction:
        """Points: a whole number, or decimals as text (``"4.5"``)."""
        valore = self.di(chiave)
        if isinstance(valore, str) and PUNTI.fullmatch(valore.strip()):
            return Fraction(valore.strip().replace(",", "."))
        if isinstance(valore, int | Fraction) and not isinstance(valore, bool) and valore >= 0:
            return Fraction(valore)
        testo = f'Servono i punti dati, da 0 in su, per esempio 4 o "4.5", non {_detto(valore)}.'
        self.guasto("punti_non_validi", testo, chiave)
        return Fraction(0)

    def grado(self, chiave: str) -> Grado | None:
        """One of the words of the item, whole or only as far as it is no other («ottima»)."""
        valore = self.di(chiave)
        if isinstance(valore, str):
            detta = _uguale(valore)
            trovati = [grado for grado in self.voce.gradi if detta in _nomi(grado)]
            trovati = trovati or [
                grado
                for grado in self.voce.gradi
                if any(nome.startswith(f"{detta} ") for nome in _nomi(grado))
            ]
            if len(trovati) == 1:
                return trovati[0]
        parole = elenco(f"«{grado.parola}»" for grado in self.voce.gradi)
        testo = f"Le parole di questa voce sono {parole}: {_detto(valore)} non c’è."
        self.guasto("parola_ignota", testo, chiave)
        return None

    def pertinenti(self, quanti: int) -> int:
        """How many of the titles are in the field of the call."""
        if self.ha(PERTINENTI):
            numero = self.intero(PERTINENTI)
            if self.ha(PERTINENTE):
                testo = "Scrivi «pertinente» o «pertinenti», non tutti e due."
                self.guasto("pertinente_due_volte", testo, PERTINENTI)
            if numero > quanti:
                testo = f"I titoli pertinenti sono {numero} e i titoli {quanti}."
                self.guasto("troppi_pertinenti", testo, PERTINENTI)
            return min(numero, quanti)
        return quanti if self.ha(PERTINENTE) and self.vero(PERTINENTE) else 0


def _nomi(grado: Grado) -> list[str]:
    return [_uguale(nome) for nome in (grado.parola, grado.testo) if nome]


def _uguale(parola: str) -> str:
    return " ".join(parola.casefold().replace("_", " ").split())


def _detto(valore: object) -> str:
    """A value as it was written, short."""
    if valore is None:
        return "niente"
    if isinstance(valore, bool):
        return "true" if valore else "false"
    if isinstance(valore, Mapping):
        return "un oggetto"
    return "un elenco" if isinstance(valore, list) else f"«{str(valore)[:40]}»"
