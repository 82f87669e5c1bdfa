"""The register of experts: the school keeps it, who is of outside finds the own entries alone."""

from tests.accessi.mondo_selezioni import (
    CANDIDATI,
    CON_PARTE,
    DIRIGENTE,
    PERSONALE,
    PREPARANO,
    di_selezioni,
)
from tests.accessi.voce import Oggetto, Voce

RICHIESTA = di_selezioni(lambda s: s.albo.richiesta)
ALTRUI = di_selezioni(lambda s: s.albo.altrui)


def _dirige(oggetto: Oggetto) -> Voce:
    return Voce("GET POST", si=DIRIGENTE, no=CON_PARTE - DIRIGENTE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:albo_esperti": Voce("GET", si=PREPARANO, no=PERSONALE),
    "selezioni:albo_sportello": Voce("GET POST", si=PREPARANO, no=PERSONALE),
    "selezioni:albo_mio": Voce("GET", si=CANDIDATI, no=CON_PARTE),
    "selezioni:albo_chiedi": Voce("GET POST", si=CANDIDATI, no=CON_PARTE),
    "selezioni:albo_iscrizione": Voce("GET", si=PREPARANO, no=PERSONALE, oggetto=ALTRUI),
    "selezioni:albo_iscrivi": Voce("GET POST", si=PREPARANO, no=PERSONALE, oggetto=RICHIESTA),
    "selezioni:albo_rifiuta": _dirige(RICHIESTA),
    "selezioni:albo_cancella": _dirige(ALTRUI),
    "selezioni:albo_rinuncia": Voce("GET POST", si=CANDIDATI, no=CON_PARTE, oggetto=RICHIESTA),
    "selezioni:albo_avverti": Voce(
        "GET POST", si=PREPARANO, no=PERSONALE,
        oggetto=di_selezioni(lambda s: s.esterno),
    ),
}  # fmt: skip
