"""The check of the applications: who sits in the commission of the call, and nobody else."""

from tests.accessi.mondo_selezioni import PERSONALE, PREPARANO, di_selezioni
from tests.accessi.mondo_selezioni_commissione import SIEDONO
from tests.accessi.voce import Oggetto, Voce

AVVISO = di_selezioni(lambda s: s.verifica.avviso)
DOMANDA = di_selezioni(lambda s: (s.verifica.avviso, s.verifica.invio))
FILE = di_selezioni(lambda s: (s.verifica.avviso, s.verifica.invio, s.verifica.file))
VOCE = di_selezioni(lambda s: (s.verifica.avviso, s.verifica.invio, s.verifica.voce))
TITOLO = di_selezioni(lambda s: (s.verifica.avviso, s.verifica.titolo))


def _siede(metodi: str, oggetto: Oggetto) -> Voce:
    return Voce(metodi, si=SIEDONO, no=PREPARANO | PERSONALE - SIEDONO, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:verifica": _siede("GET", AVVISO),
    "selezioni:verifica_domanda": _siede("GET", DOMANDA),
    "selezioni:verifica_file": _siede("GET", FILE),
    "selezioni:verifica_perche": _siede("GET", DOMANDA),
    "selezioni:verifica_titolo": _siede("POST", TITOLO),
    "selezioni:verifica_punti": _siede("POST", VOCE),
    "selezioni:verifica_accordo": _siede("POST", VOCE),
    "selezioni:verifica_chiudi": _siede("POST", DOMANDA),
    "selezioni:verifica_escludi": _siede("GET POST", DOMANDA),
    "selezioni:verifica_riapri": _siede("GET POST", DOMANDA),
}
