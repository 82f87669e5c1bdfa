"""A block copied from a spreadsheet: what each cell means and where it lands in the grid.

Rows and columns are counted from 0 in the code and from 1 in what a person reads.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from competenze.enums import Livello
from competenze.rules.italiano import quanti
from competenze.rules.media import LIVELLI

SCRITTURE: dict[str, Livello] = {
    **{livello.value.lower(): livello for livello in Livello},
    **{livello.etichetta.lower(): livello for livello in Livello},
    **{str(numero): livello for numero, livello in LIVELLI.items()},
    "n.v.": Livello.NV,
    "non valutata": Livello.NV,
}
# "A - Avanzato", as the level is printed in the certificate.
CODICE_E_NOME = re.compile(r"^([a-d])\s*[-–—]?\s*(avanzato|intermedio|base|iniziale)$")

Casella = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Modifica:
    """A level that the block puts in one cell of the grid."""

    riga: int
    colonna: int
    livello: Livello


@dataclass(frozen=True, slots=True)
class Errore:
    """A cell of the block that cannot be used (None: the block as a whole), in Italian."""

    riga: int | None
    colonna: int | None
    testo: str


@dataclass(frozen=True, slots=True)
class Incollato:
    """What a paste would do; with errors nothing is to be applied."""

    modifiche: tuple[Modifica, ...]
    errori: tuple[Errore, ...]


def incolla(
    testo: str,
    *,
    righe: int,
    colonne: int,
    da: Casella = (0, 0),
    chiuse: AbstractSet[Casella] = frozenset(),
) -> Incollato:
    """Read a block and lay it on a grid of ``righe`` × ``colonne`` from the cell ``da``.

    Cells are split by tabs, rows by line ends. A level is a letter A-D, a number 4-1, its name,
    or nv; an empty cell leaves the grid's one untouched. ``chiuse`` are grid cells that take no
    level (a language the student does not study). All errors are listed, none is guessed away.
    """
    blocco = _celle(testo)
    errori = _fuori_misura(blocco, righe - da[0], colonne - da[1])
    if errori:
        return Incollato((), errori)
    letti = [
        _leggi(cella, (riga, colonna), da, chiuse)
        for riga, celle in enumerate(blocco)
        for colonna, cella in enumerate(celle)
        if cella
    ]
    modifiche = tuple(letto for letto in letti if isinstance(letto, Modifica))
    return Incollato(modifiche, tuple(letto for letto in letti if isinstance(letto, Errore)))


def livello_scritto(testo: str) -> Livello | None:
    """The level that a person meant by a cell's text, or None when it is none of the known."""
    pulito = " ".join(testo.lower().split())
    doppio = CODICE_E_NOME.match(pulito)
    if doppio is None:
        return SCRITTURE.get(pulito)
    per_codice, per_nome = (SCRITTURE[parte] for parte in doppio.groups())
    return per_codice if per_codice is per_nome else None


def _celle(testo: str) -> list[list[str]]:
    righe = testo.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while righe and not righe[-1].strip():
        righe.pop()
    return [[_pulita(cella) for cella in riga.split("\t")] for riga in righe]


def _pulita(cella: str) -> str:
    # Spreadsheets quote a cell that holds a comma or a blank line; \ufeff begins some files.
    return cella.strip(' "\ufeff\u00a0')


def _fuori_misura(blocco: list[list[str]], righe: int, colonne: int) -> tuple[Errore, ...]:
    if not any(cella for celle in blocco for cella in celle):
        return (Errore(None, None, "Il blocco incollato è vuoto."),)
    errori = []
    if len(blocco) > righe:
        errori.append(_non_ci_sta(len(blocco), "riga", "righe", "in giù", righe))
    larghezza = max(_ultima_piena(celle) for celle in blocco)
    if larghezza > colonne:
        errori.append(_non_ci_sta(larghezza, "colonna", "colonne", "a destra", colonne))
    return tuple(errori)


def _ultima_piena(celle: list[str]) -> int:
    return max((posto for posto, cella in enumerate(celle, start=1) if cella), default=0)


def _non_ci_sta(quante: int, singolare: str, plurale: str, verso: str, posto: int) -> Errore:
    testo = (
        f"Il blocco ha {quanti(quante, singolare, plurale)}, ma dalla casella scelta {verso} "
        f"la griglia ne ha {posto}."
    )
    return Errore(None, None, testo)


def _leggi(
    cella: str, posto: Casella, da: Casella, chiuse: AbstractSet[Casella]
) -> Modifica | Errore:
    riga, colonna = posto
    dove = f"Riga {riga + 1}, colonna {colonna + 1} del blocco"
    livello = livello_scritto(cella)
    if livello is None:
        attesi = "ci vuole A, B, C, D (o 4, 3, 2, 1), il nome del livello o nv"
        return Errore(riga, colonna, f"{dove}: «{cella[:30]}» non è un livello; {attesi}.")
    arrivo = (da[0] + riga, da[1] + colonna)
    if arrivo in chiuse:
        return Errore(riga, colonna, f"{dove}: questa casella non si valuta.")
    return Modifica(*arrivo, livello)
