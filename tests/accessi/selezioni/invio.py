"""Applications sent: only who writes one sends it; the office reads it after the term."""

from tests.accessi.mondo_selezioni import (
    CANDIDATI,
    CON_PARTE,
    PERSONALE,
    PREPARANO,
    di_selezioni,
)
from tests.accessi.mondo_selezioni_invio import SI_CANDIDA
from tests.accessi.voce import Oggetto, Voce

BOZZA = di_selezioni(lambda s: s.invio.bozza)
INVIATA = di_selezioni(lambda s: s.invio.inviata)
FILE = di_selezioni(lambda s: s.invio.file)
CHIUSO = di_selezioni(lambda s: s.invio.avviso)


def _propria(metodi: str) -> Voce:
    # Nobody else knows that somebody is applying, the office no more than a colleague.
    return Voce(metodi, si=SI_CANDIDA, oggetto=BOZZA)


def _letta(metodi: str, oggetto: Oggetto) -> Voce:
    return Voce(metodi, si=SI_CANDIDA | PREPARANO, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:mie": Voce("GET", si=CON_PARTE | CANDIDATI),
    "selezioni:portafoglio": Voce("GET", si=CON_PARTE | CANDIDATI),
    "selezioni:candidatura_invia": _propria("GET POST"),
    "selezioni:candidatura_foglio": _propria("POST"),
    "selezioni:candidatura_firmata": _propria("POST"),
    "selezioni:candidatura_identita": _propria("POST"),
    "selezioni:candidatura_ritira": _propria("GET POST"),
    "selezioni:candidatura_copia": _propria("GET POST"),
    "selezioni:inviata": _letta("GET", INVIATA),
    "selezioni:inviata_ricevuta": _letta("POST", INVIATA),
    "selezioni:inviata_file": _letta("GET", FILE),
    "selezioni:avviso_domande": Voce("GET", si=PREPARANO, no=PERSONALE, oggetto=CHIUSO),
}
