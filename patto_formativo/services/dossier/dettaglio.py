"""What a certificate keeps of each piece of evidence, as it was on that day."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from patto_formativo.queries.crediti import Contata, ContoCrediti
from patto_formativo.queries.precedenti import somiglia
from patto_formativo.rules.crediti import Taglio
from patto_formativo.rules.misure import in_decimale, scritte


def dettaglio(riga: Contata, conto: ContoCrediti) -> dict[str, Any]:
    """What a piece of evidence gave and what cut it, as it was on that day."""
    evidenza = riga.evidenza
    return {
        "evidenza": evidenza.pk,
        "tipo": evidenza.tipo,
        "natura": evidenza.natura,
        "titolo": evidenza.titolo,
        "somiglia": somiglia(evidenza.tipo, evidenza.titolo),
        "percorso": conto.percorso.value,
        "prova": evidenza.prova,
        "esito": evidenza.esito,
        "chieste": _scritte(riga.chieste),
        "riconosciute": _scritte(riga.riconosciute),
        "perche": riga.esclusa.testo if riga.esclusa else "",
        "competenze": [_contributo(c.competenza, c.chieste, c.riconosciute, c.tagli)
                       for c in riga.contributi],
    }  # fmt: skip


def _contributo(
    competenza: str, chieste: Fraction, riconosciute: Fraction, tagli: Sequence[Taglio]
) -> Mapping[str, Any]:
    return {
        "competenza": competenza,
        "chieste": _scritte(chieste),
        "riconosciute": _scritte(riconosciute),
        "tagli": [
            {"regola": str(t.regola), "da": _scritte(t.da), "a": _scritte(t.a)} for t in tagli
        ],
    }


def _scritte(ore: Fraction) -> str:
    """Cut to the cent as in the plan."""
    return scritte(in_decimale(ore))
