"""Notices: the office and the direction prepare and send, who presides signs, who sits answers."""

from tests.accessi.mondo import DellaClasse, Scuola
from tests.accessi.mondo_organi import di
from tests.accessi.voce import Voce

PREPARANO = frozenset(
    {
        "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
        "segretaria_protocollo",
    }
)  # fmt: skip
PRESIEDE = frozenset({"responsabile"})
SIEDONO = frozenset({"dirigente", "responsabile", "docente", "coordinatrice"})
INVIANO = PREPARANO | PRESIEDE
SOLO_SIEDONO = SIEDONO - INVIANO

CONVOCATA = di(lambda organo: organo.convocata.seduta)


def _convocato(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """The president, who sits in both organs."""
    organo = scuola.organi["a" if classe is scuola.a else "b"]
    return [organo.convocata.convocati["responsabile"].pk]


def _atto(metodi: str) -> Voce:
    return Voce(metodi, si=INVIANO, no=SOLO_SIEDONO, oggetto=CONVOCATA)


VOCI: dict[str, Voce] = {
    "organi:seduta": Voce("GET", si=INVIANO | SIEDONO, oggetto=CONVOCATA),
    "organi:rispondi": Voce("POST", si=SIEDONO, oggetto=CONVOCATA),
    "organi:firma": Voce(
        "GET POST", si=PRESIEDE, no=(INVIANO | SIEDONO) - PRESIEDE, oggetto=CONVOCATA
    ),
    "organi:firma_togli": Voce(
        "POST", si=PRESIEDE, no=(INVIANO | SIEDONO) - PRESIEDE, oggetto=CONVOCATA
    ),
    "organi:invia": _atto("GET POST"),
    "organi:avviso_ritira": _atto("POST"),
    "organi:avviso_ristampa": _atto("POST"),
    "organi:integra": _atto("GET POST"),
    "organi:rinvia": _atto("GET POST"),
    "organi:revoca": _atto("GET POST"),
    "organi:seconda": _atto("GET POST"),
    "organi:consegna": Voce("GET POST", si=INVIANO, no=SOLO_SIEDONO, oggetto=_convocato),
    "organi:aggiunto_allega": Voce(
        "GET POST", si=INVIANO, no=SOLO_SIEDONO, oggetto=di(lambda organo: organo.aggiunto)
    ),
    "organi:allegato_aggiunto_togli": Voce(
        "POST", si=INVIANO, no=SOLO_SIEDONO, oggetto=di(lambda organo: organo.carta_aggiunta)
    ),
    "organi:allegato": Voce("GET", si=INVIANO | SIEDONO, oggetto=di(lambda organo: organo.carta)),
}
