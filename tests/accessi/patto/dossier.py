"""The dossier, the credits, the certificate: who follows writes, who learns brings, all read."""

from tests.accessi.mondo_patto import di_patto
from tests.accessi.voce import DIRIGONO, SEGRETARIA, Voce

DIRIGENTE = frozenset({"dirigente"})
TUTOR = frozenset({"tutor"})
CORSISTA = frozenset({"corsista"})
# Who teaches the group looks at the attendance only.
DOCENTE = frozenset({"docente"})
LEGGONO = DIRIGONO | SEGRETARIA | TUTOR | CORSISTA | {"dsga", "coordinatrice_sede", "coordinatrice"}
DAVANTI = LEGGONO | DOCENTE
NELLA_CLASSE = CORSISTA | DOCENTE | {"coordinatrice"}
DI_CHI = di_patto(lambda patto: patto.corsista)
EVIDENZA = di_patto(lambda patto: patto.evidenza)
DA_VALUTARE = di_patto(lambda patto: patto.evidenza_chiusa)


def _di_chi(metodi: str, si: frozenset[str]) -> Voce:
    return Voce(metodi, si=si, no=DAVANTI - si, oggetto=DI_CHI)


def _evidenza(metodi: str, si: frozenset[str]) -> Voce:
    return Voce(metodi, si=si, no=DAVANTI - si, oggetto=EVIDENZA)


VOCI: dict[str, Voce] = {
    "patto:dossier": _di_chi("GET", LEGGONO),
    "patto:dossier_chiedi": _di_chi("POST", TUTOR),
    "patto:dossier_chiudi": _di_chi("POST", TUTOR),
    "patto:dossier_riapri": _di_chi("POST", TUTOR),
    "patto:dossier_certifica": _di_chi("GET POST", DIRIGENTE),
    "patto:evidenza_nuova": _di_chi("GET POST", TUTOR),
    "patto:evidenza": _evidenza("GET POST", TUTOR),
    "patto:evidenza_sposta": _evidenza("POST", TUTOR),
    "patto:evidenza_togli": _evidenza("POST", TUTOR),
    # Of a dossier whose learner has no teacher and no group yet: they do not know of it.
    "patto:evidenza_valuta": Voce(
        "GET POST", si=TUTOR, no=DAVANTI - TUTOR - NELLA_CLASSE, oggetto=DA_VALUTARE
    ),
    "patto:evidenza_file": _evidenza("GET", LEGGONO),
    "patto:crediti": _di_chi("GET", LEGGONO),
    "patto:crediti_prova": _di_chi("GET", LEGGONO),
    "patto:crediti_perche": Voce(
        "GET",
        si=LEGGONO,
        no=DOCENTE,
        oggetto=DI_CHI,
        domanda=True,
        corpo=lambda _scuola, _classe: {"di": "crediti"},
    ),
    "patto:evidenza_mia": _di_chi("GET POST", CORSISTA),
    "patto:mia_richiesta": _di_chi("POST", CORSISTA),
    "patto:evidenza_mia_togli": _evidenza("POST", CORSISTA),
}
