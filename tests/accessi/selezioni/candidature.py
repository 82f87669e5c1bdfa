"""The draft of an application: whoever may apply begins one, and reads and writes only the own."""

from tests.accessi.mondo_selezioni import (
    CANDIDATI,
    DIRIGENTE,
    PERSONALE,
    UFFICIO,
    di_selezioni,
)
from tests.accessi.mondo_selezioni_invio import SI_CANDIDA
from tests.accessi.voce import Voce

BOZZA = di_selezioni(lambda s: s.candidature.bozza)
FILE = di_selezioni(lambda s: s.candidature.prova)
VOCE = di_selezioni(lambda s: (s.candidature.bozza, 5))
PER_TUTTI = di_selezioni(lambda s: s.esterno)


def _passo(scuola, classe) -> list[object]:
    return [scuola.selezioni.candidature.bozza.pk, "dati"]


def _curriculum(scuola, classe) -> list[object]:
    return [scuola.selezioni.candidature.bozza.pk, "curriculum"]


VOCI: dict[str, Voce] = {
    # Who directs gives the assignments.
    "selezioni:candidatura_comincia": Voce(
        "GET POST", si=UFFICIO | PERSONALE | CANDIDATI, no=DIRIGENTE, oggetto=PER_TUTTI
    ),
    # Nobody else knows that somebody is writing one.
    "selezioni:candidatura_scrivi": Voce("GET", si=SI_CANDIDA, oggetto=BOZZA),
    "selezioni:candidatura_passo": Voce("GET POST PATCH", si=SI_CANDIDA, oggetto=_passo),
    "selezioni:candidatura_elimina": Voce("GET POST", si=SI_CANDIDA, oggetto=BOZZA),
    "selezioni:candidatura_risposta": Voce("POST PATCH", si=SI_CANDIDA, oggetto=VOCE),
    "selezioni:candidatura_perche": Voce("GET", si=SI_CANDIDA, oggetto=VOCE),
    "selezioni:candidatura_prova": Voce("POST", si=SI_CANDIDA, oggetto=VOCE),
    "selezioni:candidatura_allega": Voce("POST", si=SI_CANDIDA, oggetto=_curriculum),
    "selezioni:candidatura_file": Voce("GET", si=SI_CANDIDA, oggetto=FILE),
    "selezioni:candidatura_file_togli": Voce("POST", si=SI_CANDIDA, oggetto=FILE),
}
