"""The kind ``termine``: the notice of a sitting, in time or late, and the last useful day."""

from collections.abc import Callable
from datetime import date
from functools import partial

from cpia.norme.enums import Organo, TipoSeduta
from cpia.norme.rules.profilo import Profilo
from cpia.norme.rules.secondo import durata_di, prima_di_secondo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.regole_di_scuola import (
    giorno_del_profilo,
    in_chiaro,
    leggi_organo,
    leggi_profilo,
)
from organi_collegiali.rules.convocazione.convocazione import giudica_convocazione

Risposta = dict[str, object]


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: the school's regulation, else C.M. 105/1975 art. 1.
    """
    scuola, organo = leggi_profilo(campi), leggi_organo(campi)
    tipo = campi.scelta("tipo", TipoSeduta, "il tipo di seduta")
    seduta, convocazione = campi.giorno("seduta"), campi.giorno("convocazione")
    campi.fine()
    return partial(_risposta, scuola, organo, tipo, seduta, convocazione)


def _risposta(
    scuola: Profilo, organo: Organo, tipo: TipoSeduta, seduta: date, convocazione: date
) -> Risposta:
    giorno = giorno_del_profilo(scuola, convocazione)
    preavviso = scuola.parametro(f"organi.{organo}.preavviso.{tipo}", giorno)
    termine = prima_di_secondo(seduta, preavviso, calendario=scuola.calendario(giorno))
    giudizio = giudica_convocazione(
        convocazione=convocazione,
        seduta=seduta,
        ultimo_giorno=termine.giorno,
        fonte=preavviso.fonte,
    )
    return {
        "giorni_preavviso": durata_di(preavviso).giorni,
        "ultimo_giorno_utile": termine.giorno.isoformat(),
        "nei_termini": giudizio.nei_termini,
        "perche": in_chiaro((*termine.perche, giudizio.motivo)),
    }
