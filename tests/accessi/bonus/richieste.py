"""Procedure, own request with its activities and evidence, preconditions."""

from tests.accessi.mondo_bonus import (
    COMITATO,
    CON_PARTE,
    CONTROLLANO,
    DIRIGENTE,
    INTERESSATI,
    PARTECIPANO,
    PREPARANO,
    PROPRIO,
    UFFICIO,
    da_bonus,
    della_scuola,
)
from tests.accessi.voce import Voce

BOZZA = della_scuola(lambda bonus: bonus.bozza)
APERTA = della_scuola(lambda bonus: bonus.aperta)
CHIUSA = della_scuola(lambda bonus: bonus.in_valutazione)
DI_TERMINE = {"domanda": True, "corpo": lambda _scuola, _classe: {"di": "termine"}}
ACCANTO = PREPARANO | COMITATO


def _conduce(metodi: str = "GET POST") -> Voce:
    return Voce(metodi, si=DIRIGENTE, no=CON_PARTE - DIRIGENTE, oggetto=APERTA)


def _propria(metodi: str) -> Voce:
    return Voce(metodi, si=PARTECIPANO, no=ACCANTO, oggetto=APERTA)


def _bozza(metodi: str, quale: str) -> Voce:
    oggetto = da_bonus(lambda bonus: getattr(bonus, quale))
    return Voce(metodi, si=PROPRIO, oggetto=oggetto)  # not sent: of who writes it alone


def _controlla(metodi: str) -> Voce:
    oggetto = da_bonus(lambda bonus: bonus.richiesta)
    return Voce(metodi, si=CONTROLLANO, no=PREPARANO - CONTROLLANO | PROPRIO, oggetto=oggetto)


VOCI: dict[str, Voce] = {
    "bonus:procedura_nuova": Voce("GET POST", si=PREPARANO, no=CON_PARTE - PREPARANO),
    "bonus:procedura": Voce("GET", si=CON_PARTE, oggetto=APERTA),
    "bonus:procedura_perche": Voce("GET", si=CON_PARTE, oggetto=APERTA, **DI_TERMINE),
    "bonus:procedura_apri": Voce("GET POST", si=DIRIGENTE, no=UFFICIO, oggetto=BOZZA),
    "bonus:procedura_proroga": _conduce(),
    "bonus:procedura_chiudi": _conduce(),
    "bonus:procedura_d_ufficio": _conduce(),
    "bonus:procedura_in_servizio": _conduce(),
    "bonus:procedura_annulla": _conduce(),
    "bonus:mia": Voce("GET", si=INTERESSATI, no=ACCANTO, oggetto=APERTA),
    "bonus:mia_comincia": Voce("POST", si=INTERESSATI, no=ACCANTO, oggetto=APERTA),
    "bonus:mia_gruppo": _propria("POST"),
    "bonus:mia_invia": _propria("GET POST"),
    "bonus:mia_riapri": _propria("GET POST"),
    "bonus:mia_ritira": _propria("GET POST"),
    "bonus:attivita_nuova": _bozza("GET POST", "da_inviare"),
    "bonus:attivita": _bozza("GET POST PATCH", "attivita"),
    "bonus:attivita_togli": _bozza("POST", "attivita"),
    "bonus:prova_nuova": _bozza("POST", "attivita"),
    "bonus:atti_citabili": _bozza("GET", "attivita"),
    "bonus:atto_cita": _bozza("POST", "attivita"),
    "bonus:prova_togli": _bozza("POST", "prova"),
    "bonus:prova_file": Voce(
        "GET",
        si=PROPRIO | DIRIGENTE,
        no=UFFICIO,
        oggetto=da_bonus(lambda bonus: bonus.prova_dichiarata),
    ),
    "bonus:requisiti": Voce("GET", si=CONTROLLANO, no=CON_PARTE - CONTROLLANO, oggetto=CHIUSA),
    "bonus:requisiti_persona": _controlla("GET POST"),
    "bonus:requisiti_prova": _controlla("POST"),
    "bonus:requisiti_perche": _controlla("GET"),
}
