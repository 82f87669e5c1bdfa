"""The agreement: plan, versions, sections, lists. In class A ``coordinatrice`` sits in the section.

Who presides over it is the dirigente; the person of ``corsista`` has a version to be signed.
"""

from tests.accessi.mondo_patto import di_patto
from tests.accessi.voce import DIRIGONO, SEGRETARIA, Voce

DIRIGENTE = frozenset({"dirigente"})
UFFICIO = SEGRETARIA | {"dsga"}
TUTOR = frozenset({"tutor"})
SEDE = frozenset({"coordinatrice_sede"})
DOCENTE = frozenset({"docente"})
SEZIONE = frozenset({"coordinatrice"})
CORSISTA = frozenset({"corsista"})
# One login is tutor here and dirigente in the other school.
DUE = frozenset({"in_due"})
SIEDONO = frozenset({"coordinatrice", "coordinatore_di_b"})
DI_A = DIRIGONO | UFFICIO | TUTOR | SEDE | DOCENTE | SEZIONE | CORSISTA
PIANO = DIRIGONO | TUTOR | SEDE | SEZIONE
PATTO = PIANO | UFFICIO
DI_CHI = di_patto(lambda patto: patto.corsista)
DA_FIRMARE = di_patto(lambda patto: patto.da_firmare)
VIGENTE = di_patto(lambda patto: patto.vigente)
ORGANO = di_patto(lambda patto: patto.sezione)


def _di_chi(metodi: str, si: frozenset[str]) -> Voce:
    return Voce(metodi, si=si, no=DI_A - si, oggetto=DI_CHI)


VOCI: dict[str, Voce] = {
    "patto:piano": _di_chi("GET", PIANO),
    "patto:piano_salva": _di_chi("POST", TUTOR),
    "patto:patto_apri": _di_chi("POST", TUTOR),
    "patto:piano_ore": _di_chi("POST", TUTOR),
    "patto:piano_riparti": _di_chi("POST", TUTOR),
    "patto:proponi": _di_chi("GET POST", TUTOR),
    "patto:patto": _di_chi("GET", PATTO),
    "patto:patto_perche": _di_chi("GET", PATTO),
    "patto:rinuncia": _di_chi("GET POST", DIRIGONO | UFFICIO),
    "patto:patto_bozza": Voce(
        "GET POST", si=TUTOR | DIRIGENTE, no=DI_A - TUTOR - DIRIGENTE, oggetto=DA_FIRMARE
    ),
    "patto:patto_firma": Voce(
        "GET POST", si=TUTOR | DIRIGENTE, no=DI_A - TUTOR - DIRIGENTE, oggetto=DA_FIRMARE
    ),
    "patto:firma_su_carta": Voce("GET POST", si=UFFICIO, no=DI_A - UFFICIO, oggetto=DA_FIRMARE),
    "patto:rinegozia": Voce(
        "GET POST", si=DIRIGONO | TUTOR | SEDE, no=UFFICIO | DOCENTE | SEZIONE | CORSISTA,
        oggetto=VIGENTE,
    ),
    "patto:patto_concludi": Voce("GET POST", si=DIRIGONO, no=DI_A - DIRIGONO, oggetto=VIGENTE),
    "patto:patto_richiesta": Voce(
        "GET POST", si=PATTO | DOCENTE, no=DI_A - PATTO - DOCENTE, oggetto=DA_FIRMARE
    ),
    "patto:patto_risposta": Voce(
        "POST",
        si=TUTOR | DIRIGENTE,
        no=(DIRIGONO | UFFICIO | SEDE | SEZIONE) - DIRIGENTE,
        oggetto=di_patto(lambda patto: patto.richiesta),
    ),
    "patto:da_approvare": Voce("GET", si=DIRIGONO | SIEDONO, altri=403),
    "patto:sezione": Voce("GET", si=DIRIGONO | SEZIONE, oggetto=ORGANO),
    "patto:sezione_approva": Voce(
        "POST", si=DIRIGENTE, no=SEZIONE | {"collaboratore"}, oggetto=ORGANO
    ),
    "patto:patti_stampa": Voce(
        "POST", si=DIRIGENTE, no=SEZIONE | {"collaboratore"}, oggetto=ORGANO
    ),
    "patto:da_firmare": Voce("GET", si=DIRIGONO | UFFICIO | SEDE | TUTOR | DUE, altri=403),
    "patto:firma_sollecita": Voce("POST", si=DIRIGONO | UFFICIO | SEDE | TUTOR | DUE, altri=403),
    "patto:biennali": Voce("GET POST", si=DIRIGONO | UFFICIO, altri=403),
    "patto:rapporto": Voce("GET", si=DIRIGONO | UFFICIO, altri=403),
}  # fmt: skip
