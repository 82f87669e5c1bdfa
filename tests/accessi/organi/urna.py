"""Ballots, counts, elections: of who sits, and of who runs the sitting."""

from tests.accessi.mondo_organi import di
from tests.accessi.voce import TUTTI, Voce

SIEDONO = frozenset({"dirigente", "responsabile", "docente", "coordinatrice"})
# Who presides, who writes, the dirigente.
CONDUCONO = frozenset({"dirigente", "responsabile", "coordinatrice"})
LEGGONO = SIEDONO | {
    "collaboratore", "dsga", "segretaria", "segretaria_personale", "segretaria_protocollo",
}  # fmt: skip
SEGRETA = di(lambda organo: organo.segreta)
ELEZIONE = di(lambda organo: organo.in_corso.punti[1])

VOCI: dict[str, Voce] = {
    "organi:come_resta_segreto": Voce("GET", si=TUTTI),
    "organi:urna": Voce("GET POST", si=SIEDONO, oggetto=SEGRETA),
    "organi:spoglio": Voce("GET POST", si=CONDUCONO, no=LEGGONO - CONDUCONO, oggetto=SEGRETA),
    "organi:urna_annulla": Voce("POST", si=CONDUCONO, no=LEGGONO - CONDUCONO, oggetto=SEGRETA),
    "organi:sorteggio": Voce("POST", si=CONDUCONO, no=LEGGONO - CONDUCONO, oggetto=SEGRETA),
    "organi:schede_di_carta": Voce(
        "GET POST", si=CONDUCONO, no=LEGGONO - CONDUCONO, oggetto=di(lambda organo: organo.di_carta)
    ),
    "organi:elezione_in_seduta": Voce(
        "GET POST", si=CONDUCONO, no=LEGGONO - CONDUCONO, oggetto=ELEZIONE
    ),
}
