"""The premises of a deliberation: «Visto …», «Preso atto …», one after the other.

They are kept as a list of ``{"premessa": "visto", "testo": "il Programma annuale …"}``: the word
is one of ``Premessa``, the text goes on from it, without the punctuation that the paper adds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from organi_collegiali.enums import Premessa

FINE = " ;.,:"


@dataclass(frozen=True, slots=True)
class RigaPremessa:
    """One premise."""

    premessa: Premessa
    testo: str

    def __str__(self) -> str:
        return f"{self.premessa.etichetta} {self.testo}"


def leggi(righe: Iterable[Mapping[str, str]]) -> tuple[RigaPremessa, ...]:
    """The premises from how they are kept. Raises ValueError for a word that is not of them."""
    return tuple(RigaPremessa(Premessa(riga["premessa"]), riga["testo"]) for riga in righe)


def scrivi(righe: Iterable[RigaPremessa]) -> list[dict[str, str]]:
    """How they are kept."""
    return [{"premessa": riga.premessa.value, "testo": riga.testo} for riga in righe]


def pulisci(righe: Iterable[RigaPremessa]) -> tuple[RigaPremessa, ...]:
    """The same in one line each, without the empty ones and without what the paper adds.

    Who types «Visto il Programma» beside the word «Visto» does not read it twice.
    """
    pulite = (RigaPremessa(riga.premessa, _testo(riga)) for riga in righe)
    return tuple(riga for riga in pulite if riga.testo)


def _testo(riga: RigaPremessa) -> str:
    testo = " ".join(riga.testo.split()).rstrip(FINE)
    parola = riga.premessa.etichetta
    if testo.casefold().startswith(f"{parola.casefold()} "):
        testo = testo[len(parola) :].lstrip()
    return testo
