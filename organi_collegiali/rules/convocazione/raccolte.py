"""What must hold before a member signs the request of a sitting, or takes the signature back."""

from typing import Final

from cpia.norme.rules.motivi import Violazione

CHI_FIRMA: Final = "la parte dei componenti si conta su chi siede e vota quel giorno"


def verifica_firma_di_richiesta(
    *, aperta: bool, presentata: bool, siede: bool
) -> tuple[Violazione, ...]:
    """Why a member cannot sign, or take the signature back; empty when he or she can."""
    if presentata:
        testo = "Le firme sono bastate: la richiesta è già presentata."
        return (Violazione("presentata", testo, ""),)
    if not aperta:
        testo = "Chi l’aveva aperta ha ritirato la richiesta: non si firma più."
        return (Violazione("ritirata", testo, ""),)
    if not siede:
        testo = "La firma chi siede oggi nell’organo e vota."
        return (Violazione("non_siede", testo, CHI_FIRMA),)
    return ()
