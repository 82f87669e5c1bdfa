"""The reason of an act: always there, and longer the graver the sanction.

Source: L. 241/1990, art. 3; IC Pinocchio Montesicuro, Regolamento di disciplina, D.1 («più la
sanzione è grave e più sarà necessario il rigore motivazionale»).
"""

import re
from typing import Final

from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import plurale
from disciplina.enums import Provvedimento
from disciplina.rules.fonti import MOTIVAZIONE
from disciplina.rules.statuto import CHE_ALLONTANA, QUINDICI

PAROLA: Final = re.compile(r"\w+(?:[’']\w+)*")


def parole_di(testo: str) -> int:
    """The words of a text; an elision is one with what follows."""
    return len(PAROLA.findall(testo))


def gravita(tipo: Provvedimento, giorni: int | None) -> int:
    """0 for what does not remove, 1 for a removal, 2 for one over fifteen days and above."""
    if tipo not in CHE_ALLONTANA:
        return 0
    return 1 if giorni is not None and giorni <= QUINDICI else 2


def parole_chieste(tipo: Provvedimento, giorni: int | None, minimi: Valore[tuple[int, ...]]) -> int:
    """The fewest words; a list that is too short gives its last figure."""
    return minimi.valore[min(gravita(tipo, giorni), len(minimi.valore) - 1)]


def contro_motivazione(
    testo: str, tipo: Provvedimento, giorni: int | None, minimi: Valore[tuple[int, ...]]
) -> list[Violazione]:
    """What is against this reason: it is not there, or too short for how grave the sanction is."""
    quante = parole_di(testo)
    if not quante:
        perche = f"Scrivi la motivazione: {tipo.etichetta}."
        return [Violazione("motivazione_mancante", perche, MOTIVAZIONE, "motivazione")]
    minimo = parole_chieste(tipo, giorni, minimi)
    if quante >= minimo:
        return []
    durata = f" di {plurale(giorni, 'giorno', 'giorni')}" if giorni else ""
    perche = (
        f"La motivazione ha {plurale(quante, 'parola', 'parole')}: per {tipo.etichetta}{durata} "
        f"ne servono almeno {minimo}. Di’ i fatti, le prove, perché questa sanzione e non una più "
        "lieve."
    )
    return [Violazione("motivazione_breve", perche, minimi.fonte, "motivazione")]
