"""The enrolments at the infanzia: of who registers them; a family reads its own page alone."""

from tests.accessi.mondo_selezioni import DIRIGENTE, PERSONALE, PREPARANO, di_selezioni
from tests.accessi.voce import Oggetto, Voce

ISCRIVONO = frozenset({"dirigente", "dsga", "segretaria"})
ELENCO = di_selezioni(lambda s: s.infanzia.elenco)
SEZIONE = di_selezioni(lambda s: (s.infanzia.elenco, s.infanzia.sezione))
DOMANDA = di_selezioni(lambda s: s.infanzia.domanda)
VERSIONE = di_selezioni(lambda s: s.infanzia.versione)


def _iscrive(metodi: str, oggetto: Oggetto | None = None) -> Voce:
    no = PERSONALE | PREPARANO - ISCRIVONO
    return Voce(metodi, si=ISCRIVONO, no=no, oggetto=oggetto)


def _dirige(oggetto: Oggetto) -> Voce:
    return Voce("GET POST", si=DIRIGENTE, no=PERSONALE | PREPARANO - DIRIGENTE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:infanzia": _iscrive("GET"),
    "selezioni:infanzia_nuovo": _iscrive("GET POST"),
    "selezioni:infanzia_elenco": _iscrive("GET", ELENCO),
    "selezioni:infanzia_scrivi": _iscrive("GET POST", ELENCO),
    "selezioni:infanzia_sezione_nuova": _iscrive("GET POST", ELENCO),
    "selezioni:infanzia_sezione": _iscrive("GET POST", SEZIONE),
    "selezioni:infanzia_sezione_togli": _iscrive("GET POST", SEZIONE),
    "selezioni:infanzia_domanda_nuova": _iscrive("GET POST", ELENCO),
    "selezioni:infanzia_domanda": _iscrive("GET", DOMANDA),
    "selezioni:infanzia_domanda_scrivi": _iscrive("GET POST", DOMANDA),
    "selezioni:infanzia_rinuncia": _iscrive("GET POST", DOMANDA),
    "selezioni:infanzia_sorteggio": _dirige(ELENCO),
    "selezioni:infanzia_provvisorio": _dirige(ELENCO),
    "selezioni:infanzia_definitivo": _dirige(ELENCO),
    "selezioni:infanzia_scorri": _dirige(ELENCO),
    "selezioni:infanzia_anticipi": _dirige(ELENCO),
    "selezioni:infanzia_versione": _iscrive("GET", VERSIONE),
    "selezioni:infanzia_pdf": _iscrive("POST", VERSIONE),
    "selezioni:infanzia_figli": Voce("GET", si=frozenset({"responsabile"})),
}
