"""The welcome: the lists, the page of a person, tutor, meetings, interview, proofs, help."""

from tests.accessi.mondo import DellaClasse, Scuola
from tests.accessi.mondo_patto import di_patto
from tests.accessi.voce import DIRIGONO, SEGRETARIA, TUTTI, Voce

UFFICIO = SEGRETARIA | {"dsga"}
TUTOR = frozenset({"tutor"})
SEDE = frozenset({"coordinatrice_sede"})
DOCENTE = frozenset({"docente"})
SEZIONE = frozenset({"coordinatrice"})
CORSISTA = frozenset({"corsista"})
GUARDANO = DIRIGONO | UFFICIO | TUTOR | SEDE | DOCENTE | SEZIONE
INSEGNANO = frozenset({"docente", "docente_di_b", "tutor", "in_due"})
LEGGONO = DIRIGONO | TUTOR | SEDE
DI_CHI = di_patto(lambda patto: patto.corsista)
INCONTRO = di_patto(lambda patto: patto.incontro)
PROVA = di_patto(lambda patto: patto.prova)
ALTRI_DEL_TUTOR = (GUARDANO | CORSISTA) - TUTOR


def _tutor(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    """Somebody who has no tutor yet, and the tutor of the cast."""
    return {
        "tutor": scuola.cast["tutor"].pk,
        "corsisti": [scuola.patti.a.senza_patto.pk],
    }


def _del_tutor(metodi: str) -> Voce:
    return Voce(metodi, si=TUTOR, no=ALTRI_DEL_TUTOR, oggetto=DI_CHI)


VOCI: dict[str, Voce] = {
    "patto:inizio": Voce("GET", si=TUTTI),
    "patto:corsista": Voce("GET", si=GUARDANO | CORSISTA, oggetto=DI_CHI),
    "patto:corsista_perche": Voce("GET", si=GUARDANO, oggetto=DI_CHI),
    "patto:corsista_email": Voce(
        "GET POST", si=UFFICIO, no=(GUARDANO | CORSISTA) - UFFICIO, oggetto=DI_CHI
    ),
    "patto:tutor": Voce("GET POST", si=DIRIGONO | SEDE, altri=403, corpo=_tutor),
    "patto:incontro_nuovo": Voce("GET POST", si=DIRIGONO | SEDE | INSEGNANO, altri=403),
    "patto:incontro": Voce("GET POST", si=TUTOR, no=ALTRI_DEL_TUTOR, oggetto=INCONTRO),
    "patto:incontro_elimina": Voce("GET POST", si=TUTOR, no=ALTRI_DEL_TUTOR, oggetto=INCONTRO),
    "patto:intervista": Voce("GET", si=LEGGONO, no=(GUARDANO | CORSISTA) - LEGGONO, oggetto=DI_CHI),
    "patto:intervista_risposta": Voce(
        "POST",
        si=TUTOR,
        no=ALTRI_DEL_TUTOR,
        oggetto=di_patto(lambda patto: (patto.corsista, "storia")),
    ),
    "patto:intervista_concludi": _del_tutor("POST"),
    "patto:prova_nuova": Voce(
        "GET POST", si=TUTOR | DOCENTE, no=ALTRI_DEL_TUTOR - DOCENTE, oggetto=DI_CHI
    ),
    "patto:prova": Voce("GET POST", si=TUTOR, no=ALTRI_DEL_TUTOR, oggetto=PROVA),
    "patto:prova_elimina": Voce("GET POST", si=TUTOR, no=ALTRI_DEL_TUTOR, oggetto=PROVA),
    "patto:sostegno": _del_tutor("GET POST"),
    "patto:ore_in_piu": _del_tutor("GET POST"),
}
