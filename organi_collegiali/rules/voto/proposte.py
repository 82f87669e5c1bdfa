"""Two or more proposals on the same item: who wins, or which go to the run-off (`004` art. 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class EsitoProposte(Generic[P]):
    """The proposal that won, or those that are voted again; neither when none had a vote."""

    vince: P | None
    ballottaggio: tuple[P, ...]
    motivo: Motivo


def giudica_proposte(voti: Mapping[P, int], *, fonte: str) -> EsitoProposte[P]:
    """Judge competing proposals by the votes for each, in the order in which they were made.

    The absolute majority of the votes given wins; else the two most voted are voted again. Who is
    level with the second goes to the run-off too: no source says how else to choose.
    """
    totale = sum(voti.values())
    necessari = totale // 2 + 1
    vince = next((p for p, quanti in voti.items() if totale and quanti >= necessari), None)
    ballottaggio = () if vince is not None else _ballottaggio(voti)
    testo = (
        f"{plurale(totale, 'voto', 'voti')} fra {len(voti)} proposte: la maggioranza assoluta è "
        f"{necessari}, la più votata ne ha {max(voti.values(), default=0)}; "
        f"{_fine(vince is not None, ballottaggio)}."
    )
    return EsitoProposte(vince, ballottaggio, Motivo("proposte_in_alternativa", fonte, testo))


def _ballottaggio(voti: Mapping[P, int]) -> tuple[P, ...]:
    quanti = sorted(filter(None, voti.values()), reverse=True)
    if not quanti:
        return ()
    soglia = quanti[min(1, len(quanti) - 1)]
    return tuple(p for p, suoi in voti.items() if suoi >= soglia)


def _fine(vinta: bool, ballottaggio: Sequence[object]) -> str:  # noqa: FBT001
    if vinta:
        return "è approvata"
    if not ballottaggio:
        return "nessuna è approvata"
    return f"si rivota fra le {len(ballottaggio)} più votate"
