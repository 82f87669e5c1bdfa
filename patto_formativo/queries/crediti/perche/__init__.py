"""Why each figure of the credits is what it is: numbers, sum, rule with its source, what if."""

import re
from collections.abc import Callable

from patto_formativo.queries.crediti.conto import ContoCrediti
from patto_formativo.queries.crediti.perche.comuni import Spiegazione
from patto_formativo.queries.crediti.perche.evidenza import dell_evidenza
from patto_formativo.queries.crediti.perche.percorso import (
    del_percorso,
    del_psp,
    dell_accoglienza,
    della_distanza,
    della_frequenza,
)
from patto_formativo.queries.crediti.perche.riconosciuti import dei_crediti, dell_asse

__all__ = ["FIGURE", "Spiegazione", "spiegazione"]

# No key of the database has more digits.
DI_EVIDENZA = re.compile(r"evidenza-([0-9]{1,18})")
DI_ASSE = re.compile(r"asse-([0-9])")
FIGURE: dict[str, Callable[[ContoCrediti], Spiegazione]] = {
    "percorso": del_percorso,
    "accoglienza": dell_accoglienza,
    "crediti": dei_crediti,
    "psp": del_psp,
    "frequenza": della_frequenza,
    "distanza": della_distanza,
}


def spiegazione(conto: ContoCrediti, di: str) -> Spiegazione | None:
    """The reason of one figure; None for a figure that the page does not have."""
    if di in FIGURE:
        return FIGURE[di](conto)
    if trovato := DI_ASSE.fullmatch(di):
        quale = int(trovato[1])
        return dell_asse(conto, conto.assi[quale]) if quale < len(conto.assi) else None
    if trovato := DI_EVIDENZA.fullmatch(di):
        righe = [r for r in conto.righe if r.evidenza.pk == int(trovato[1])]
        return dell_evidenza(conto, righe[0]) if righe else None
    return None
