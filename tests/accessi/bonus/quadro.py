"""The board, the assessments, a tie: who directs, and nobody else."""

from tests.accessi.mondo_bonus import (
    COMITATO,
    DIRIGENTE,
    INTERESSATI,
    PROPRIO,
    UFFICIO,
    da_bonus,
    della_scuola,
)
from tests.accessi.voce import Voce

PROCEDURA = della_scuola(lambda m: m.in_valutazione)
CON_UN_ALTRA_PARTE = UFFICIO | COMITATO | INTERESSATI
RICHIESTA = da_bonus(lambda b: b.richiesta)
DICHIARATA = da_bonus(lambda b: b.dichiarata)


def _quadro(metodi: str, **altro: object) -> Voce:
    return Voce(metodi, si=DIRIGENTE, no=CON_UN_ALTRA_PARTE, oggetto=PROCEDURA, **altro)


VOCI: dict[str, Voce] = {
    "bonus:quadro": _quadro("GET"),
    "bonus:quadro_prova": _quadro("GET POST"),
    "bonus:quadro_registra": _quadro("POST"),
    "bonus:quadro_perche": _quadro(
        "GET", domanda=True, corpo=lambda _scuola, _classe: {"di": "beneficiari"}
    ),
    "bonus:parita": _quadro("GET POST"),
    "bonus:valuta": Voce("GET POST", si=DIRIGENTE, no=UFFICIO | PROPRIO, oggetto=RICHIESTA),
    "bonus:valuta_prova": Voce("GET POST", si=DIRIGENTE, no=UFFICIO | PROPRIO, oggetto=RICHIESTA),
    "bonus:gruppo_d_ufficio": Voce("POST", si=DIRIGENTE, no=UFFICIO | PROPRIO, oggetto=RICHIESTA),
    "bonus:giudica": Voce("POST", si=DIRIGENTE, no=UFFICIO | PROPRIO, oggetto=DICHIARATA),
}
