"""The board of a class: read in a fixed number of queries, rows ready to be written out."""

from competenze.queries.quadro.pagina import (
    SOLLECITO,
    Quadro,
    Situazione,
    non_ancora_consultabile,
    quadro,
    situazione,
    solleciti_di_oggi,
)
from competenze.queries.quadro.perche import Spiegazione, leggi_chiave, spiegazione

__all__ = [
    "SOLLECITO",
    "Quadro",
    "Situazione",
    "Spiegazione",
    "leggi_chiave",
    "non_ancora_consultabile",
    "quadro",
    "situazione",
    "solleciti_di_oggi",
    "spiegazione",
]
