"""The kinds of ``manage.py calcola``: one module each, asked by command line and Simulatore."""

from collections.abc import Callable

from cpia.portale.calcolo import (
    bonus,
    competenze,
    crediti,
    griglia,
    quorum,
    sanzione,
    termine,
    votazione,
)
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.guasti import DatiErrati, Guasto, mostra
from cpia.portale.calcolo.lettura import leggi

Risposta = dict[str, object]
CALCOLI: dict[str, Callable[[Campi], Callable[[], Risposta]]] = {
    "competenze": competenze.prepara,
    "termine": termine.prepara,
    "quorum": quorum.prepara,
    "votazione": votazione.prepara,
    "crediti": crediti.prepara,
    "bonus": bonus.prepara,
    "griglia": griglia.prepara,
    "sanzione": sanzione.prepara,
}


def calcola(tipo: str | None, ottetti: bytes) -> Risposta | list[Risposta]:
    """Answer a request written in JSON: one object, or a list of them in the same order.

    Raises DatiErrati with every fault: an unknown kind, bad JSON, bad fields. One bad element
    of a list spoils the whole call.
    """
    if tipo is None or tipo not in CALCOLI:
        raise DatiErrati([_tipo_ignoto(tipo)])
    dati, guasti = leggi(ottetti)
    return rispondi(tipo, dati, guasti)


def rispondi(
    tipo: str, dati: object, guasti: list[Guasto] | None = None
) -> Risposta | list[Risposta]:
    """Answer a request already read; ``guasti`` are those found on the way. Raises DatiErrati."""
    tutti = list(guasti or [])
    if isinstance(dati, list):
        pronte = [
            _prepara_elemento(tipo, elemento, posto, tutti) for posto, elemento in enumerate(dati)
        ]
    else:
        pronte = [CALCOLI[tipo](Campi(dati, "$", tutti))]
    if tutti:
        raise DatiErrati(tutti)
    risposte = [pronta() for pronta in pronte]
    return risposte if isinstance(dati, list) else risposte[0]


def _tipo_ignoto(tipo: str | None) -> Guasto:
    che_cosa = "manca il tipo di calcolo" if tipo is None else f"il tipo {mostra(tipo)} non esiste"
    return Guasto("calcola", f"{che_cosa}; i tipi sono: {', '.join(CALCOLI)}")


def _prepara_elemento(
    tipo: str, elemento: object, posto: int, tutti: list[Guasto]
) -> Callable[[], Risposta]:
    suoi: list[Guasto] = []
    pronta = CALCOLI[tipo](Campi(elemento, f"$[{posto}]", suoi))
    # People count from one, JSON paths from zero: the message says the first, the path the second.
    tutti += [Guasto(g.percorso, f"elemento {posto + 1}: {g.testo}") for g in suoi]
    return pronta
