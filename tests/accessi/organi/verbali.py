"""Minutes in draft: who ran the sitting writes and signs, the office reads and publishes."""

from tests.accessi.mondo_organi import di
from tests.accessi.voce import Voce

PREPARANO = frozenset(
    {
        "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
        "segretaria_protocollo",
    }
)  # fmt: skip
SIEDONO = frozenset({"dirigente", "responsabile", "docente", "coordinatrice"})
CONDUCONO = frozenset({"dirigente", "responsabile", "coordinatrice"})
FIRMANO = frozenset({"responsabile", "coordinatrice"})
VERBALE = di(lambda organo: organo.verbale)

LETTURA = Voce("GET", si=PREPARANO | CONDUCONO, oggetto=VERBALE)
SCRITTURA = Voce("POST", si=CONDUCONO, no=PREPARANO - CONDUCONO, oggetto=VERBALE)
UFFICIO = Voce("POST", si=PREPARANO | CONDUCONO, oggetto=VERBALE)

VOCI: dict[str, Voce] = {
    "organi:verbali": Voce("GET", si=PREPARANO | SIEDONO, oggetto=di(lambda organo: organo.organo)),
    "organi:verbale": LETTURA,
    "organi:verbale_della_seduta": Voce(
        "GET", si=PREPARANO | CONDUCONO, oggetto=di(lambda organo: organo.chiusa.seduta)
    ),
    "organi:verbale_scrivi": Voce(
        "GET", si=CONDUCONO, no=PREPARANO - CONDUCONO, oggetto=VERBALE
    ),
    "organi:verbale_parole": SCRITTURA,
    "organi:verbale_note": Voce(
        "POST", si=CONDUCONO, no=PREPARANO - CONDUCONO,
        oggetto=di(lambda organo: (organo.verbale, organo.chiusa.punti[0])),
    ),
    "organi:in_lettura": SCRITTURA,
    "organi:verbale_copia": SCRITTURA,
    "organi:rilievi": SCRITTURA,
    "organi:rilievo": Voce(
        "POST", si=CONDUCONO, no=PREPARANO - CONDUCONO, oggetto=di(lambda organo: organo.rilievo)
    ),
    "organi:firma_verbale": Voce("POST", si=FIRMANO, no=PREPARANO - FIRMANO, oggetto=VERBALE),
    "organi:pubblica_verbale": UFFICIO,
    "organi:verbale_ristampa": UFFICIO,
}  # fmt: skip
