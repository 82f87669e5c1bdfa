"""Recognition of credits: what each piece of evidence gives, which cap cut it, and why."""

from patto_formativo.rules.crediti.calcolo import Evidenza, Riconoscimento, Taglio, riconosci
from patto_formativo.rules.crediti.tabella import (
    Ambito,
    RegolePercorso,
    Riga,
    Tabella,
    TettoRiga,
    UnitaDiCredito,
)

__all__ = [
    "Ambito",
    "Evidenza",
    "RegolePercorso",
    "Riconoscimento",
    "Riga",
    "Tabella",
    "Taglio",
    "TettoRiga",
    "UnitaDiCredito",
    "riconosci",
]
