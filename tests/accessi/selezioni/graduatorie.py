"""The ranking: who presides proposes, who directs approves, each reads the own place."""

from tests.accessi.mondo_selezioni import DIRIGENTE, PERSONALE, PREPARANO, UFFICIO, di_selezioni
from tests.accessi.mondo_selezioni_commissione import PRESIEDE, SIEDONO
from tests.accessi.voce import TUTTI, Oggetto, Voce

AVVISO = di_selezioni(lambda s: s.graduatorie.pubblicata.avviso)
PROPOSTA = di_selezioni(lambda s: s.graduatorie.proposta)
PUBBLICATA = di_selezioni(lambda s: s.graduatorie.pubblicata)
RIGA = di_selezioni(lambda s: s.graduatorie.riga)
RECLAMO = di_selezioni(lambda s: s.graduatorie.reclamo)
ALBO = di_selezioni(
    lambda s: (
        s.graduatorie.pubblicata.pubblicazione.anno,
        s.graduatorie.pubblicata.pubblicazione.numero,
    )
)
# Who applied there.
CANDIDATA = frozenset({"docente"})
FORMANO = DIRIGENTE | PRESIEDE
GIUDICANO = DIRIGENTE | SIEDONO


def _segue(metodi: str, oggetto: Oggetto) -> Voce:
    return Voce(metodi, si=PREPARANO | SIEDONO, no=PERSONALE - SIEDONO, oggetto=oggetto)


def _forma(metodi: str) -> Voce:
    return Voce(metodi, si=FORMANO, no=UFFICIO | PERSONALE - FORMANO, oggetto=AVVISO)


VOCI: dict[str, Voce] = {
    "selezioni:graduatoria": _segue("GET", AVVISO),
    "selezioni:graduatoria_forma": _forma("GET POST"),
    "selezioni:graduatoria_sorteggio": _forma("GET POST"),
    # Of a proposal nobody else knows that it is there.
    "selezioni:graduatoria_versione": Voce("GET", si=GIUDICANO, oggetto=PROPOSTA),
    "selezioni:graduatoria_pubblica": Voce("GET POST", si=DIRIGENTE, no=SIEDONO, oggetto=PROPOSTA),
    "selezioni:graduatoria_definitiva": Voce(
        "GET POST", si=DIRIGENTE, no=UFFICIO | PERSONALE, oggetto=PUBBLICATA
    ),
    "selezioni:graduatoria_pdf": _segue("POST", PUBBLICATA),
    "selezioni:graduatoria_perche": Voce(
        "GET", si=GIUDICANO, no=UFFICIO | PERSONALE - SIEDONO, oggetto=RIGA
    ),
    "selezioni:reclami": _segue("GET", AVVISO),
    "selezioni:reclamo": Voce("GET", si=GIUDICANO, no=UFFICIO, oggetto=RECLAMO),
    "selezioni:reclamo_rispondi": Voce(
        "GET POST", si=DIRIGENTE, no=UFFICIO | SIEDONO, oggetto=RECLAMO
    ),
    "selezioni:graduatoria_albo": Voce("GET", si=TUTTI, pubblica=True, oggetto=ALBO),
    "selezioni:posizione": Voce("GET", si=CANDIDATA, oggetto=AVVISO),
    "selezioni:posizione_perche": Voce("GET", si=CANDIDATA, oggetto=AVVISO),
    "selezioni:reclamo_nuovo": Voce("GET POST", si=CANDIDATA, oggetto=AVVISO),
}
