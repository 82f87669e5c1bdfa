"""What a member answers to a notice, and until when."""

from typing import Final

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import Risposta, StatoSeduta

ART_38: Final = "D.Lgs. 297/1994, art. 38: contano le assenze senza giustificati motivi"


def verifica_risposta(stato: StatoSeduta, risposta: str, motivo: str) -> tuple[Violazione, ...]:
    """Why an answer is not taken; empty when it is.

    It may be changed until the sitting opens. Who will be absent says why: a reason that comes
    before the sitting justifies the absence.
    """
    if stato is not StatoSeduta.CONVOCATA:
        testo = f"La seduta è {stato.etichetta}: non si risponde più."
        return (Violazione("stato", testo, "", "risposta"),)
    if risposta not in set(Risposta):
        testo = "Scegli se ci sarai o se non potrai esserci."
        return (Violazione("senza_risposta", testo, "", "risposta"),)
    if risposta == Risposta.ASSENTE and not motivo.strip():
        testo = "Scrivi in due parole perché: così l’assenza è giustificata."
        return (Violazione("senza_motivo", testo, ART_38, "motivo"),)
    return ()


def giustificata(risposta: str, motivo: str) -> bool:
    """Whether an absence announced before the sitting is justified by its reason."""
    return risposta == Risposta.ASSENTE and bool(motivo.strip())
