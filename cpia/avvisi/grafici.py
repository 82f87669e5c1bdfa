"""The graphs of the page of the whole institute: what they say, not how they are drawn.

Each carries its reading in one line, and why; the template named by ``modello`` draws it as SVG
that can be read without colours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, kw_only=True)
class Grafico:
    """What every graph has: a key for its address, title, remark, one-line reading, reasons.

    ``perche`` holds ``{"regola", "fonte", "testo"}``, as everywhere in the portal.
    """

    chiave: str
    titolo: str
    nota: str = ""
    lettura: str
    perche: Sequence[Mapping[str, Any]] = ()

    modello: ClassVar[str]


@dataclass(frozen=True)
class Barra:
    """A line of a graph of parts done: ``fatti`` of ``totale``, in words ``esito``."""

    nome: str
    quando: str
    fatti: int
    totale: int
    esito: str
    tardi: bool = False
    indirizzo: str = ""

    @property
    def percento(self) -> int:
        """How long the bar is, whole: what is not finished is never drawn as full."""
        return 100 * self.fatti // self.totale if self.totale else 0


@dataclass(frozen=True)
class GruppoBarre:
    """Lines under one heading."""

    titolo: str
    barre: Sequence[Barra]


@dataclass(frozen=True, kw_only=True)
class GraficoBarre(Grafico):
    """How much is done of each thing, in groups."""

    gruppi: Sequence[GruppoBarre]

    modello = "portale/istituto_barre.html"
