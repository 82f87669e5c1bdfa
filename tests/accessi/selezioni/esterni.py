"""People of outside: anybody opens the public pages, the office keeps the list."""

from tests.accessi.mondo_selezioni import DIRIGENTE, PERSONALE, PREPARANO, UFFICIO
from tests.accessi.mondo_selezioni_esterni import codice_della_registrazione
from tests.accessi.voce import TUTTI, Voce


def _candidato(scuola, classe) -> list[object]:
    return [scuola.cast["candidato"].pk]


def _ufficio(metodi: str, oggetto=None) -> Voce:
    return Voce(metodi, si=UFFICIO, no=DIRIGENTE | PERSONALE, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "selezioni:esterni": Voce("GET", si=TUTTI, pubblica=True),
    "selezioni:esterni_registrati": Voce("GET POST", si=TUTTI, pubblica=True),
    "selezioni:esterni_scritto": Voce("GET", si=TUTTI, pubblica=True),
    "selezioni:esterni_conferma": Voce(
        "GET POST", si=TUTTI, pubblica=True,
        oggetto=lambda s, c: [codice_della_registrazione(s.istituto)],
    ),
    "selezioni:candidati": Voce("GET", si=PREPARANO, no=PERSONALE),
    "selezioni:candidato_nuovo": _ufficio("GET POST"),
    "selezioni:candidato_invita": _ufficio("POST", _candidato),
    "selezioni:candidato_chiudi": _ufficio("GET POST", _candidato),
}  # fmt: skip
