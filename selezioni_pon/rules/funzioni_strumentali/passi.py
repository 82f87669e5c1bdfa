"""The steps of a procedure: what may be opened, what takes applications, where it stands.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali, nn. 3 and 5; CCNL Scuola 29
November 2007, art. 33 c. 2: the Collegio resolves number, criteria and recipients.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import PassoFunzioni
from selezioni_pon.rules.termine import Finestra, nei_termini, verifica_invio

COLLEGIO: Final = (
    "CCNL Scuola 29 novembre 2007, art. 33 c. 2: il Collegio delibera quali sono le funzioni, "
    "quante, con quali criteri"
)
TERMINE: Final = (
    "Regolamento funzioni strumentali, n. 5: i termini della domanda li definisce il Collegio"
)


@dataclass(frozen=True, slots=True)
class Momento:
    """What of a procedure says where it stands; ``senza_esito`` how many areas wait for one."""

    adesso: datetime
    aperta_il: datetime | None
    scade: datetime | None
    chiusi_i_lavori: bool
    senza_esito: int
    domande: int


def passo(momento: Momento) -> PassoFunzioni:
    """Where it stands. When nobody has applied there is nothing to examine."""
    if momento.aperta_il is None or momento.scade is None:
        return PassoFunzioni.BOZZA
    if nei_termini(momento.adesso, Finestra(momento.aperta_il, momento.scade)):
        return PassoFunzioni.APERTA
    if not momento.senza_esito:
        return PassoFunzioni.CONCLUSA
    if momento.chiusi_i_lavori or not momento.domande:
        return PassoFunzioni.ATTRIBUZIONE
    return PassoFunzioni.ESAME


def contro_l_apertura(aree: int, scade: datetime, adesso: datetime) -> list[Violazione]:
    """What is against taking applications from now on, until ``scade``."""
    trovate = []
    if not aree:
        testo = "Non c’è nessuna area: scrivi quelle che il Collegio ha deliberato."
        trovate.append(Violazione("senza_aree", testo, COLLEGIO))
    if scade <= adesso:
        testo = "Il termine è già passato: scrivi un giorno che deve ancora venire."
        trovate.append(Violazione("termine_passato", testo, TERMINE, "giorno"))
    return trovate


def contro_la_domanda(
    adesso: datetime, aperta_il: datetime | None, scade: datetime | None
) -> list[Violazione]:
    """What the clock says against an application sent now: to the second of the term it counts."""
    if aperta_il is None or scade is None:
        testo = "Il Collegio ha deliberato le aree, ma le domande non sono ancora aperte."
        return [Violazione("non_aperte", testo, TERMINE)]
    return verifica_invio(adesso, Finestra(aperta_il, scade))
