"""One cell of the grid: whether a level may stand there, and what becomes of a change to it."""

from dataclasses import dataclass
from enum import StrEnum

from competenze.enums import Livello
from competenze.rules.decisioni import FONTE_LIVELLI, verifica_valutazione
from competenze.rules.motivi import CIRCOLARE_A
from cpia.norme.rules.motivi import Violazione

SIGLE = frozenset(Livello)


class Giudizio(StrEnum):
    """What becomes of a change: nothing to write, to write, two persons differ."""

    UGUALE = "uguale"
    DA_SCRIVERE = "da_scrivere"
    CONFLITTO = "conflitto"


@dataclass(frozen=True, slots=True)
class Contenuto:
    """What a cell holds: a level (empty: none yet) and, for "not assessed", the reason."""

    livello: str = ""
    motivo: str = ""


def giudica(voluto: Contenuto, vista: int, attuale: Contenuto, versione: int) -> Giudizio:
    """Compare what somebody wants to write with what the cell holds now.

    ``vista`` is the version that was on the screen, ``versione`` the recorded one (0: no row
    yet). Two persons who say the same do not disagree; nobody overwrites what was not seen.
    """
    if voluto == attuale:
        return Giudizio.UGUALE
    return Giudizio.DA_SCRIVERE if vista == versione else Giudizio.CONFLITTO


def verifica_casella(voluto: Contenuto, *, segue: bool, valuta: bool) -> tuple[Violazione, ...]:
    """Why this may not stand in the cell; an empty level empties it and is always possible.

    ``segue``: the student follows the subject; ``valuta``: the subject assesses the competence,
    as the Collegio decided. Source: Circolare n. 417/2024, letter A; DM 14/2024 for the levels.
    """
    if not segue:
        testo = "Lo studente non segue questa disciplina in questa classe: qui non si valuta."
        return (Violazione("studente_estraneo", testo, CIRCOLARE_A),)
    if not valuta:
        testo = "La disciplina non valuta questa competenza."
        return (Violazione("competenza_estranea", testo, CIRCOLARE_A),)
    if not voluto.livello:
        return ()
    if voluto.livello not in SIGLE:
        testo = f"«{voluto.livello}» non è un livello: ci vuole A, B, C, D oppure nv."
        return (Violazione("livello_inesistente", testo, FONTE_LIVELLI),)
    return verifica_valutazione(Livello(voluto.livello), voluto.motivo)
