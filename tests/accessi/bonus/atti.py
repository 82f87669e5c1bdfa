"""Decree, publication, own outcome, complaints: who directs decides, each reads the own."""

from tests.accessi.mondo_bonus import (
    CON_PARTE,
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

DECRETATA = della_scuola(lambda bonus: bonus.decretata)
PUBBLICATA = della_scuola(lambda bonus: bonus.pubblicata)


def _dirige(metodi: str) -> Voce:
    return Voce(metodi, si=DIRIGENTE, no=CON_PARTE - DIRIGENTE, oggetto=DECRETATA)


def _prepara(metodi: str) -> Voce:
    return Voce(metodi, si=PREPARANO, no=CON_PARTE - PREPARANO, oggetto=PUBBLICATA)


def _interessato(metodi: str) -> Voce:
    return Voce(metodi, si=INTERESSATI, no=CON_PARTE - INTERESSATI, oggetto=DECRETATA)


VOCI: dict[str, Voce] = {
    "bonus:decreto": _dirige("GET POST"),
    "bonus:decreto_ristampa": _dirige("POST"),
    "bonus:decreto_annulla": _dirige("GET POST"),
    "bonus:rettifica": _dirige("GET POST"),
    "bonus:pubblicazione": _prepara("GET"),
    "bonus:pubblica": _dirige("POST"),
    "bonus:archivia": _dirige("GET POST"),
    # Who could take part may complain too: the page says what one may ask.
    "bonus:esito": _interessato("GET"),
    "bonus:esito_perche": Voce(
        "GET",
        si=PARTECIPANO,
        no=CON_PARTE - PARTECIPANO,
        oggetto=DECRETATA,
        domanda=True,
        corpo=lambda _scuola, _classe: {"di": "A"},
    ),
    "bonus:istanze": _prepara("GET"),
    "bonus:istanza_nuova": _interessato("GET POST"),
    # Who asked reads the answer with the own outcome; another teacher finds no trace.
    "bonus:istanza": Voce(
        "GET POST",
        si=DIRIGENTE,
        no=UFFICIO | PROPRIO,
        oggetto=da_bonus(lambda bonus: bonus.istanza),
    ),
}
