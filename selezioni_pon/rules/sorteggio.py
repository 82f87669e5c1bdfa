"""A draw, before it is put on record: it parts a group that waits for one, and all of it.

Source: R.D. 827/1924, art. 77 c. 2, as a model; IC Porto Venere, Regolamento incarichi, art. 4
c. 8 (what was done is in the report of the commission).
"""

from collections.abc import Sequence

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Serve
from selezioni_pon.rules.criteri_parita import SORTE
from selezioni_pon.rules.fonti import regolamento
from selezioni_pon.rules.ordine import Aperto, Ordine

VERBALE = regolamento("art. 4 c. 8")


def da_sorteggiare(ordine: Ordine) -> tuple[Aperto, ...]:
    """The groups that nothing but a draw can part, in order of place."""
    return tuple(uno for uno in ordine.aperti if uno.serve is Serve.SORTEGGIO)


def verifica_sorteggio(ordine: Ordine, usciti: Sequence[str], verbale: str) -> list[Violazione]:
    """What is against recording this draw: no minutes, nobody or not everybody who is level."""
    contro = []
    if not verbale.strip():
        testo = "Scrivi in quale verbale è il sorteggio."
        contro.append(Violazione("verbale", testo, VERBALE, "verbale"))
    if len(set(usciti)) != len(usciti):
        testo = "La stessa persona è estratta due volte: a ognuna va un’estrazione diversa."
        contro.append(Violazione("estratta_due_volte", testo, SORTE, "usciti"))
    elif not any(set(usciti) == set(uno.candidati) for uno in da_sorteggiare(ordine)):
        testo = (
            "Il sorteggio tiene insieme tutti quelli che sono alla pari, e nessun altro: la "
            "graduatoria è cambiata, o la parità è già decisa."
        )
        contro.append(Violazione("gruppo", testo, SORTE, "usciti"))
    return contro
