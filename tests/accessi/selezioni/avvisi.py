"""Projects and calls: the office writes, who directs publishes, the staff reads what is out."""

from tests.accessi.mondo_selezioni import (
    CANDIDATI,
    CON_PARTE,
    DIRIGENTE,
    PERSONALE,
    PREPARANO,
    UFFICIO,
    di_selezioni,
)
from tests.accessi.voce import Oggetto, Voce

PROGETTO = di_selezioni(lambda s: s.progetto)
BOZZA = di_selezioni(lambda s: s.bozza)
PUBBLICATO = di_selezioni(lambda s: s.pubblicato)
SCADUTO = di_selezioni(lambda s: s.scaduto)
CONCLUSO = di_selezioni(lambda s: s.concluso)


def _prepara(metodi: str, oggetto: Oggetto | None = None) -> Voce:
    return Voce(metodi, si=PREPARANO, no=PERSONALE, oggetto=oggetto)


def _bozza(metodi: str, si: frozenset[str]) -> Voce:
    # The staff does not know that there is a draft.
    return Voce(metodi, si=si, no=PREPARANO - si, oggetto=BOZZA)


def _dirige(metodi: str, oggetto: Oggetto) -> Voce:
    return Voce(metodi, si=DIRIGENTE, no=UFFICIO | PERSONALE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:elenco": Voce("GET", si=CON_PARTE | CANDIDATI),
    "selezioni:progetti": _prepara("GET"),
    "selezioni:progetto_nuovo": _prepara("GET POST"),
    "selezioni:progetto": _prepara("GET POST", PROGETTO),
    "selezioni:nuova": _prepara("GET POST"),
    "selezioni:avviso": Voce("GET", si=CON_PARTE, oggetto=PUBBLICATO),
    "selezioni:avviso_scrivi": _bozza("GET POST", PREPARANO),
    "selezioni:avviso_controllo": _bozza("GET POST", PREPARANO),
    "selezioni:avviso_pubblica": _bozza("GET POST", DIRIGENTE),
    "selezioni:avviso_elimina": _bozza("GET POST", PREPARANO),
    "selezioni:avviso_revoca": _dirige("GET POST", PUBBLICATO),
    "selezioni:avviso_impossibilita": _dirige("GET POST", SCADUTO),
    "selezioni:avviso_successivo": _prepara("GET POST", CONCLUSO),
    "selezioni:avviso_pdf": _prepara("POST", PUBBLICATO),
}
