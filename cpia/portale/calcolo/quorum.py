"""The kind ``quorum``: whether enough are present for a sitting to be valid."""

from collections.abc import Callable
from functools import partial

from cpia.norme.enums import Organo, RegolaQuorum
from cpia.norme.rules.profilo import Profilo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.regole_di_scuola import (
    del_regolamento,
    giorno_del_profilo,
    in_chiaro,
    leggi_organo,
    leggi_profilo,
)
from organi_collegiali.rules.aula.quorum import giudica_presenze

Risposta = dict[str, object]


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: the school's regulation, else D.Lgs. 297/1994 art. 37 c. 2.
    """
    scuola, organo = leggi_profilo(campi), leggi_organo(campi)
    in_carica = campi.intero("in_carica", minimo=0)
    presenti = campi.intero("presenti", minimo=0)
    if presenti > in_carica:
        campi.guasto("presenti", f"i presenti sono {presenti} e in carica sono {in_carica}")
    campi.fine()
    return partial(_risposta, scuola, organo, in_carica, presenti)


def _risposta(scuola: Profilo, organo: Organo, in_carica: int, presenti: int) -> Risposta:
    voci = scuola.parametri(f"organi.{organo}.quorum.", giorno_del_profilo(scuola))
    giudizio = giudica_presenze(
        in_carica,
        presenti,
        regola=del_regolamento(voci[f"organi.{organo}.quorum.regola"], RegolaQuorum),
        minimo=del_regolamento(voci[f"organi.{organo}.quorum.minimo"], int),
    )
    return {
        "numero_legale": giudizio.numero_legale,
        "valida": giudizio.valida,
        "perche": in_chiaro(giudizio.perche),
    }
