"""The tables of a Markdown text, and the amounts that they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

IMPORTO = re.compile(r"(?<![\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d+),\d{2}(?![\d,])")
SEPARATORE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+$")


@dataclass(frozen=True, slots=True)
class Tabella:
    """One table under the heading ``titolo``: names of the columns, rows of cells."""

    titolo: str
    colonne: tuple[str, ...]
    righe: tuple[tuple[str, ...], ...]

    def colonna(self, nome: str) -> tuple[str, ...]:
        """The cells of a column, none when it is not there."""
        posti = [i for i, colonna in enumerate(self.colonne) if colonna.casefold() == nome]
        return tuple(riga[posti[0]] for riga in self.righe) if posti else ()


def tabelle(testo: str) -> tuple[Tabella, ...]:
    """The tables of a text, in order."""
    return tuple(_trova(testo.splitlines()))


def _trova(righe: list[str]) -> Iterator[Tabella]:
    titolo = ""
    for posto, riga in enumerate(righe):
        if riga.startswith("#"):
            titolo = riga.lstrip("# ")
        elif SEPARATORE.match(riga.strip()) and posto:
            sotto = _finche_tabella(righe[posto + 1 :])
            yield Tabella(titolo, _celle(righe[posto - 1]), tuple(_celle(r) for r in sotto))


def _finche_tabella(righe: list[str]) -> Iterator[str]:
    for riga in righe:
        if not riga.startswith("|"):
            return
        yield riga


def _celle(riga: str) -> tuple[str, ...]:
    return tuple(cella.strip().strip("*") for cella in riga.strip().strip("|").split("|"))


def importi(testo: str) -> tuple[Decimal, ...]:
    """The amounts of a text, in order: ``1.074,70``."""
    trovati = IMPORTO.findall(testo)
    return tuple(Decimal(importo.replace(".", "").replace(",", ".")) for importo in trovati)


def in_euro(importo: Decimal) -> str:
    """``€ 1.074,70``."""
    intera, decimali = f"{importo:,.2f}".split(".")
    return f"€ {intera.replace(',', '.')},{decimali}"
