"""Numbers that say nothing of anybody: small ones are not shown, nor what would give them back.

Source: Regole deontologiche per i trattamenti a fini statistici (Garante, 19 December 2018, n.
514), art. 4; the parameter ``disciplina.soglia_statistiche``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo, Valore


@dataclass(frozen=True, slots=True)
class Tavola:
    """The counts that may be shown, None for a hidden one; a hidden total is None too."""

    righe: Mapping[str, int | None]
    totale: int | None
    motivo: Motivo | None


def mostrabile(conti: Mapping[str, int], soglia: Valore[int]) -> Tavola:
    """The counts with the small ones hidden; zero is nobody, and is shown.

    A single hidden count would come out of the total by subtraction: the smallest of those left
    is hidden with it, or the total where there is no other. Two hidden ones whose sum is still
    below the threshold ask for a third.
    """
    nascoste = {voce for voce, quanti in conti.items() if 0 < quanti < soglia.valore}
    totale: int | None = sum(conti.values())
    altre = sorted(
        (voce for voce, quanti in conti.items() if quanti and voce not in nascoste),
        key=lambda voce: conti[voce],
    )
    while nascoste and (len(nascoste) < 2 or sum(conti[v] for v in nascoste) < soglia.valore):
        if not altre:
            totale = None
            break
        nascoste.add(altre.pop(0))
    righe = {voce: None if voce in nascoste else quanti for voce, quanti in conti.items()}
    return Tavola(righe, totale, _motivo(len(nascoste), soglia) if nascoste else None)


def _motivo(nascoste: int, soglia: Valore[int]) -> Motivo:
    testo = (
        f"{nascoste} numeri non si mostrano: sotto {soglia.valore} casi, o da cui si ricaverebbe "
        "un numero sotto quella soglia."
        if nascoste > 1
        else f"Un numero non si mostra: è sotto {soglia.valore} casi."
    )
    return Motivo("soglia", soglia.fonte, testo)
