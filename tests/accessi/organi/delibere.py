"""Deliberations: who sits reads, who keeps the organ follows them up, the office publishes."""

from tests.accessi.mondo_organi import di
from tests.accessi.voce import Voce

PREPARANO = frozenset(
    {
        "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
        "segretaria_protocollo",
    }
)  # fmt: skip
SIEDONO = frozenset({"dirigente", "responsabile", "docente", "coordinatrice"})
IN_OGNI_ORGANO = SIEDONO | {"docente_di_b", "coordinatore_di_b", "comitato"}
# Who presides and who writes the minutes of the sitting keep the deliberation too.
CURANO = PREPARANO | {"responsabile", "coordinatrice"}
DELIBERA = di(lambda organo: organo.delibera)

ATTO = Voce("POST", si=CURANO, no=SIEDONO - CURANO, oggetto=DELIBERA)

VOCI: dict[str, Voce] = {
    "organi:delibere": Voce("GET", si=PREPARANO | IN_OGNI_ORGANO),
    "organi:delibera": Voce("GET", si=PREPARANO | SIEDONO, oggetto=DELIBERA),
    **dict.fromkeys(
        (
            "organi:delibera_estratto",
            "organi:delibera_effetto",
            "organi:delibera_regolamento",
            "organi:seguito_nuovo",
        ),
        ATTO,
    ),
    "organi:delibera_pubblica": Voce(
        "GET POST", si=PREPARANO, no=SIEDONO - PREPARANO, oggetto=DELIBERA
    ),
    "organi:delibera_contrario": Voce("POST", si=SIEDONO, no=PREPARANO - SIEDONO, oggetto=DELIBERA),
    "organi:effetto_togli": Voce(
        "POST", si=CURANO, no=SIEDONO - CURANO, oggetto=di(lambda organo: organo.effetto)
    ),
    "organi:seguito": Voce(
        "GET POST", si=CURANO | {"docente"}, oggetto=di(lambda organo: organo.seguito)
    ),
    "organi:atto_nuovo": Voce(
        "GET POST", si=PREPARANO, oggetto=di(lambda organo: organo.commissario)
    ),
    "organi:testo": Voce(
        "GET POST",
        si=CURANO,
        no=SIEDONO - CURANO,
        oggetto=di(lambda organo: organo.convocata.punti[0]),
    ),
    "organi:frasario": Voce("GET POST", si=PREPARANO, altri=403),
    "organi:frase": Voce(
        "GET POST", si=PREPARANO, altri=403, oggetto=di(lambda organo: organo.frase)
    ),
    "organi:frase_togli": Voce(
        "POST", si=PREPARANO, altri=403, oggetto=di(lambda organo: organo.frase)
    ),
}
