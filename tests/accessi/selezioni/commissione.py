"""The commission: who directs names and changes it, its members declare, the president closes."""

from tests.accessi.mondo_selezioni import DIRIGENTE, PERSONALE, PREPARANO, UFFICIO, di_selezioni
from tests.accessi.mondo_selezioni_commissione import PRESIEDE, SIEDONO
from tests.accessi.voce import Oggetto, Voce

SCADUTO = di_selezioni(lambda s: s.scaduto)
COMMISSIONATO = di_selezioni(lambda s: s.commissione.avviso)
DELLA_COMMISSIONE = di_selezioni(lambda s: (s.commissione.avviso, s.commissario))


def _dirige(metodi: str, oggetto: Oggetto) -> Voce:
    return Voce(metodi, si=DIRIGENTE, no=UFFICIO | PERSONALE, oggetto=oggetto)


def _siede(metodi: str, si: frozenset[str]) -> Voce:
    return Voce(metodi, si=si, no=PREPARANO | PERSONALE - si, oggetto=COMMISSIONATO)


VOCI: dict[str, Voce] = {
    "selezioni:commissione": Voce(
        "GET", si=PREPARANO | SIEDONO, no=PERSONALE - SIEDONO, oggetto=COMMISSIONATO
    ),
    "selezioni:commissione_nomina": _dirige("GET POST", SCADUTO),
    "selezioni:commissione_pdf": Voce("POST", si=PREPARANO, no=PERSONALE, oggetto=COMMISSIONATO),
    "selezioni:commissione_dichiarazione": _siede("GET POST", SIEDONO),
    "selezioni:commissione_sostituisci": _dirige("GET POST", DELLA_COMMISSIONE),
    "selezioni:commissione_chiudi": _siede("GET POST", PRESIEDE),
    "selezioni:commissione_riapri": _dirige("GET POST", COMMISSIONATO),
}
