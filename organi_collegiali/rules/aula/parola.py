"""Who may speak, or have words written in the minutes: who is in the room at that moment."""

from typing import Final

from cpia.norme.rules.motivi import Violazione

PRESENTI: Final = "prassi d’istituto: nessuna norma lo regola; interviene chi è in aula"


def verifica_in_aula(chi: str, *, dentro: bool, che_cosa: str) -> list[Violazione]:
    """Why somebody may not do it: is not there. Who comes back may again.

    ``che_cosa`` completes «Non può…»: «chiedere la parola», «dettare una dichiarazione».
    """
    if dentro:
        return []
    testo = f"{chi} non è in aula: non può {che_cosa}. Prima si segna la sua entrata."
    return [Violazione("fuori_aula", testo, PRESENTI)]
