"""What must hold before a notice is signed, and before it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from organi_collegiali.enums import GenereAtto, StatoSeduta

ARGOMENTI: Final = "C.M. 16 aprile 1975, n. 105, art. 1: l’avviso indica gli argomenti"
FIRMA: Final = "D.Lgs. 297/1994, artt. 7 e 8: convoca chi presiede"
# In which state of the sitting each notice is prepared, signed and sent.
STATO: Final = {
    GenereAtto.CONVOCAZIONE: StatoSeduta.ALLA_FIRMA,
    GenereAtto.SECONDA: StatoSeduta.ALLA_FIRMA,
    GenereAtto.INTEGRAZIONE: StatoSeduta.CONVOCATA,
    GenereAtto.RINVIO: StatoSeduta.CONVOCATA,
    GenereAtto.REVOCA: StatoSeduta.CONVOCATA,
}


@dataclass(frozen=True, slots=True)
class Partenza:
    """A notice as it stands when somebody wants it to leave.

    ``immutata`` says that the words are still those that were signed; ``passata`` that the hour
    of the sitting has gone by.
    """

    genere: GenereAtto
    stato: StatoSeduta
    firmata: bool
    immutata: bool
    passata: bool
    nei_termini: bool
    termine: Motivo | None
    punti: int
    convocati: int


def verifica_firma(partenza: Partenza) -> tuple[Violazione, ...]:
    """Why a notice cannot be signed now; empty when it can. In time or not, it may be signed."""
    return tuple(_contenuto(partenza))


def verifica_invio(partenza: Partenza) -> tuple[Violazione, ...]:
    """Why a notice cannot leave now; empty when it can.

    It must be signed, say what was signed, and leave within its term: who is late chooses
    another day or an urgent sitting, as far as the school's rules know one.
    """
    return (*_firmata(partenza), *_contenuto(partenza), *_in_tempo(partenza))


def _firmata(partenza: Partenza) -> Iterator[Violazione]:
    if not partenza.firmata:
        testo = "Prima di partire l’avviso va firmato da chi presiede."
        yield Violazione("da_firmare", testo, FIRMA)
    elif not partenza.immutata:
        testo = "Dopo la firma qualcosa è cambiato: l’avviso va firmato di nuovo."
        yield Violazione("cambiata", testo, FIRMA)


def _contenuto(partenza: Partenza) -> Iterator[Violazione]:
    if partenza.stato != STATO[partenza.genere]:
        testo = f"La seduta è {partenza.stato.etichetta}: questo avviso non può più partire."
        yield Violazione("stato", testo, "")
    if partenza.passata:
        testo = "L’ora della seduta è già passata: serve un altro giorno."
        yield Violazione("passata", testo, ARGOMENTI)
    if not partenza.punti:
        testo = "L’ordine del giorno è vuoto: serve almeno un punto."
        yield Violazione("senza_punti", testo, ARGOMENTI)
    if not partenza.convocati:
        testo = "Quel giorno nell’organo non siede nessuno: prima si registrano i componenti."
        yield Violazione("senza_componenti", testo, FIRMA)


def _in_tempo(partenza: Partenza) -> Iterator[Violazione]:
    if not partenza.nei_termini and partenza.termine is not None:
        yield Violazione("fuori_termine", partenza.termine.testo, partenza.termine.fonte)
