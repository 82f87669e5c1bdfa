"""Votes and places. Organ A: the parent presides, the coordinator of A writes the minutes."""

from tests.accessi.mondo_organi import di
from tests.accessi.organi.seduta import VEDONO
from tests.accessi.voce import SEGRETARIA, Voce

IN_AULA = frozenset({"dirigente", "responsabile", "coordinatrice"})
SIEDONO = frozenset({"dirigente", "responsabile", "coordinatrice", "docente"})
SOLO_SIEDE = frozenset({"docente"})
PREPARANO = frozenset(
    {"collaboratore", "dsga", "segretaria", "segretaria_personale", "segretaria_protocollo"}
)
NON_CONDUCONO = SOLO_SIEDE | PREPARANO | SEGRETARIA


def _conduce(metodi: str, oggetto, **altro) -> Voce:
    return Voce(metodi, si=IN_AULA, no=NON_CONDUCONO, oggetto=di(oggetto), **altro)


def _siede(metodi: str, oggetto, **altro) -> Voce:
    return Voce(metodi, si=SIEDONO, oggetto=di(oggetto), **altro)


VOCI: dict[str, Voce] = {
    "organi:voto": _conduce("GET", lambda o: o.in_corso.punti[0]),
    "organi:votazione_nuova": _conduce("POST", lambda o: o.in_corso.punti[0]),
    "organi:votazione_prova": _conduce("GET", lambda o: o.palese),
    "organi:votazione_chiudi": _conduce("POST", lambda o: o.palese),
    "organi:votazione_nomi": _conduce("POST", lambda o: o.palese),
    "organi:votazione_appello": _conduce("POST", lambda o: o.palese),
    "organi:ballottaggio": _conduce("POST", lambda o: o.palese),
    "organi:votazione_ripeti": _conduce("GET POST", lambda o: o.palese),
    "organi:proclama": _conduce("GET POST", lambda o: o.palese),
    "organi:ammissione": _conduce("GET POST", lambda o: o.in_corso.seduta),
    "organi:inversione": _conduce("GET POST", lambda o: o.in_corso.seduta),
    "organi:perche_votazione": Voce("GET", si=VEDONO, oggetto=di(lambda o: o.proclamata)),
    "organi:posto": _siede("GET", lambda o: o.in_corso.seduta),
    "organi:esco": _siede("GET POST", lambda o: o.in_corso.seduta),
    "organi:vota": _siede("POST", lambda o: o.palese),
    "organi:intervento": _siede("POST", lambda o: o.in_corso.punti[0]),
    "organi:dichiarazione": _siede("GET POST", lambda o: o.in_corso.punti[0]),
}
