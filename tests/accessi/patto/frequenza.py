"""Attendance: groups, lessons, hours at a distance, the page of a person, silence, admission."""

from tests.accessi.mondo_patto import di_patto
from tests.accessi.voce import DIRIGONO, SEGRETARIA, Voce

UFFICIO = SEGRETARIA | {"dsga"}
DIREZIONE_E_UFFICIO = DIRIGONO | UFFICIO
SEDE = frozenset({"coordinatrice_sede"})
TUTOR = frozenset({"tutor"})
DOCENTE = frozenset({"docente"})
CORSISTA = frozenset({"corsista"})
SEZIONE = frozenset({"coordinatrice"})
INSEGNANO = frozenset({"docente", "docente_di_b", "tutor", "in_due"})
SCUOLA = DIREZIONE_E_UFFICIO | SEDE | TUTOR
DAVANTI = SCUOLA | DOCENTE | CORSISTA | SEZIONE
FORMANO = DIREZIONE_E_UFFICIO | SEDE
SEGUONO = SCUOLA | {"in_due"}
GRUPPO = di_patto(lambda patto: patto.gruppo)
LEZIONE = di_patto(lambda patto: patto.lezione)
DI_CHI = di_patto(lambda patto: patto.corsista)
DEROGA = di_patto(lambda patto: patto.deroga)
DEL_GRUPPO = Voce("GET POST", si=FORMANO, no=DOCENTE, oggetto=GRUPPO)
DELLA_LEZIONE = Voce("GET POST", si=DOCENTE, no=FORMANO, oggetto=LEZIONE)


def _di_chi(metodi: str, si: frozenset[str]) -> Voce:
    return Voce(metodi, si=si, no=DAVANTI - si, oggetto=DI_CHI)


def _della_deroga() -> Voce:
    return Voce("GET POST", si=DIREZIONE_E_UFFICIO, no=DAVANTI - DIREZIONE_E_UFFICIO,
                oggetto=DEROGA)  # fmt: skip


VOCI: dict[str, Voce] = {
    "patto:gruppi": Voce("GET", si=FORMANO | INSEGNANO, altri=403),
    "patto:gruppo_nuovo": Voce("GET POST", si=FORMANO, altri=403),
    "patto:gruppo": Voce("GET", si=FORMANO | DOCENTE, oggetto=GRUPPO),
    "patto:gruppo_modifica": DEL_GRUPPO,
    "patto:gruppo_membri": DEL_GRUPPO,
    "patto:membro_esce": Voce(
        "GET POST", si=FORMANO, no=DOCENTE, oggetto=di_patto(lambda patto: patto.membro)
    ),
    "patto:lezione_nuova": Voce("GET POST", si=DOCENTE, no=FORMANO, oggetto=GRUPPO),
    "patto:lezione": DELLA_LEZIONE,
    "patto:lezione_togli": DELLA_LEZIONE,
    "patto:distanza": Voce("GET POST", si=INSEGNANO, altri=403),
    "patto:frequenza": _di_chi("GET", SCUOLA | DOCENTE | CORSISTA),
    "patto:frequenza_perche": _di_chi("GET", SCUOLA | DOCENTE | CORSISTA),
    "patto:segno": _di_chi("GET POST", SCUOLA | DOCENTE),
    "patto:deroga_nuova": _di_chi("GET POST", SCUOLA),
    "patto:deroga_approva": _della_deroga(),
    "patto:deroga_respingi": _della_deroga(),
    "patto:assenti": Voce("GET", si=SEGUONO, altri=403),
    "patto:avviso_assenza": _di_chi("GET POST", DIREZIONE_E_UFFICIO),
    "patto:ritiro": _di_chi("GET POST", DIRIGONO),
    "patto:esame": Voce("GET", si=SEGUONO, altri=403),
}
