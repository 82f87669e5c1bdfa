from tests.accessi.mondo_organi import di
from tests.accessi.voce import TUTTI, Voce

PREPARANO = frozenset({
    "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
    "segretaria_protocollo",
})  # fmt: skip
SIEDONO = frozenset({"responsabile", "docente", "coordinatrice"})
ORGANO = di(lambda organo: organo.organo)
MANDATO = di(lambda organo: organo.mandati["responsabile"])
ELEZIONE = di(lambda organo: organo.elezione)
CURA = Voce("GET POST", si=PREPARANO, no=SIEDONO, oggetto=ORGANO)
DEL_MANDATO = Voce("GET POST", si=PREPARANO, no=SIEDONO, oggetto=MANDATO)
DELLA_ELEZIONE = Voce("POST", si=PREPARANO, no=SIEDONO, oggetto=ELEZIONE)

VOCI: dict[str, Voce] = {
    "organi:elenco": Voce("GET", si=TUTTI),
    "organi:nuovo": Voce("GET POST", si=PREPARANO, altri=403),
    "organi:organo": Voce("GET", si=PREPARANO | SIEDONO, oggetto=ORGANO),
    "organi:modifica": CURA,
    "organi:rinnova": CURA,
    "organi:allinea": Voce("POST", si=PREPARANO, no=SIEDONO, oggetto=ORGANO),
    "organi:mandato_nuovo": CURA,
    "organi:mandato_cessa": DEL_MANDATO,
    "organi:mandato_decadenza": DEL_MANDATO,
    "organi:mandato_carica": DEL_MANDATO,
    "organi:subentro": DEL_MANDATO,
    "organi:elezione_nuova": CURA,
    "organi:elezione": Voce("GET POST", si=PREPARANO, no=SIEDONO, oggetto=ELEZIONE),
    "organi:elezione_esito": DELLA_ELEZIONE,
    "organi:candidato": DELLA_ELEZIONE,
    "organi:elezione_proclama": DELLA_ELEZIONE,
}
