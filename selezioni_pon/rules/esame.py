"""The outcome of one application: admitted or not, closed, opened again.

Source: IC Porto Venere, Regolamento incarichi, arts. 3 and 4 c. 8; L. 241/1990, art. 3 (reasons)
and art. 6 c. 1 lett. b (what is incomplete may be mended first).
"""

from collections.abc import Sequence
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Fase
from selezioni_pon.rules.confronto import Confronto, contro_la_chiusura
from selezioni_pon.rules.fonti import MOTIVAZIONE
from selezioni_pon.rules.griglia.modello import Voce
from selezioni_pon.rules.regole import RegoleAvviso
from selezioni_pon.rules.requisiti import Requisiti, verifica_ammissione
from selezioni_pon.rules.verifica import RELAZIONE

MOTIVO_MINIMO: Final = 10
SOCCORSO: Final = "L. 241/1990, art. 6 c. 1 lett. b"


def contro_il_verdetto(
    requisiti: Requisiti,
    fase: Fase,
    regole: RegoleAvviso,
    confronto: Confronto,
    voci_aperte: Sequence[Voce],
) -> list[Violazione]:
    """What keeps an application from being closed as admitted: a requirement, a title, points."""
    return [
        *verifica_ammissione(requisiti, fase, regole),
        *contro_la_chiusura(confronto, voci_aperte),
    ]


def verifica_esclusione(motivo: str, fonte: str) -> list[Violazione]:
    """What is against excluding somebody: no reason that can be read, no source."""
    violazioni = []
    if len(motivo.strip()) < MOTIVO_MINIMO:
        testo = "Scrivi perché la domanda è esclusa, con parole che chi l’ha inviata capisca."
        violazioni.append(Violazione("motivo", testo, MOTIVAZIONE, "motivo"))
    if not fonte.strip():
        testo = "Scrivi che cosa lo dice: l’avviso, il regolamento o la legge, con l’articolo."
        violazioni.append(Violazione("fonte", testo, MOTIVAZIONE, "fonte"))
    return violazioni


def verifica_riapertura(motivo: str, *, chiusa: bool) -> list[Violazione]:
    """What is against opening an application again: it is open, or nobody says why."""
    if not chiusa:
        return [Violazione("aperta", "La verifica di questa domanda è già aperta.", RELAZIONE)]
    if len(motivo.strip()) < MOTIVO_MINIMO:
        testo = "Scrivi perché la verifica si riapre: il motivo resta nel registro."
        return [Violazione("motivo", testo, MOTIVAZIONE, "motivo")]
    return []
