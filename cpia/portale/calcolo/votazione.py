"""The kind ``votazione``: whether a proposal is approved, and how many votes it took."""

from collections.abc import Callable
from functools import partial

from cpia.norme.enums import BaseMaggioranza, EsitoParita, Organo
from cpia.norme.rules.profilo import Profilo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.regole_di_scuola import (
    del_regolamento,
    giorno_del_profilo,
    in_chiaro,
    leggi_organo,
    leggi_profilo,
)
from organi_collegiali.enums import FormaVotazione, VotoPresidente
from organi_collegiali.rules.voto.votazione import RegoleDelVoto, Voti, giudica_votazione

Risposta = dict[str, object]


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: the school's regulation, else D.Lgs. 297/1994 art. 37 cc. 3-4.
    """
    scuola, organo = leggi_profilo(campi), leggi_organo(campi)
    forma = campi.scelta("forma", FormaVotazione, "la forma")
    voti = _voti(campi)
    presidente = _presidente(campi, forma, voti)
    _astensione(campi, scuola, organo, voti)
    campi.fine()
    return partial(_risposta, scuola, organo, forma, voti, presidente)


def _voti(campi: Campi) -> Voti:
    voti = Voti(
        **{
            campo: campi.intero(campo, minimo=0)
            for campo in ("presenti", "favorevoli", "contrari", "astenuti")
        }
    )
    dati = voti.espressi + voti.astenuti
    if dati > voti.presenti:
        campi.guasto("presenti", f"i voti sono {dati} e i presenti {voti.presenti}")
    return voti


def _presidente(campi: Campi, forma: FormaVotazione, voti: Voti) -> VotoPresidente | None:
    if forma is FormaVotazione.SEGRETA:
        if not campi.nullo("presidente"):
            campi.guasto("presidente", "nel voto segreto il voto di chi presiede non si sa: null")
        return None
    voto = campi.scelta("presidente", VotoPresidente, "il voto di chi presiede")
    senza = {
        VotoPresidente.FAVOREVOLE: voti.favorevoli,
        VotoPresidente.CONTRARIO: voti.contrari,
        # Who is present and gave no valid vote is not counted anywhere.
        VotoPresidente.ASTENUTO: voti.presenti - voti.espressi,
    }
    if senza[voto] == 0 and voti.presenti:
        campi.guasto("presidente", f"chi presiede è {voto}, ma nessun voto risulta così")
    return voto


def _astensione(campi: Campi, scuola: Profilo, organo: Organo, voti: Voti) -> None:
    """Where nobody may abstain, a count with abstentions cannot be."""
    scrutinio = campi.booleano("scrutinio")
    if scrutinio and organo is not Organo.CONSIGLIO_CLASSE:
        campi.guasto("scrutinio", "lo scrutinio è del solo consiglio_classe")
        return
    chiave = f"organi.{organo}.{'scrutinio.astensione' if scrutinio else 'voto.astensione'}"
    regola = scuola.parametro(chiave, giorno_del_profilo(scuola))
    if voti.astenuti and not regola.come(bool):
        campi.guasto("astenuti", f"qui non ci si può astenere ({regola.fonte})")


def _risposta(
    scuola: Profilo,
    organo: Organo,
    forma: FormaVotazione,
    voti: Voti,
    presidente: VotoPresidente | None,
) -> Risposta:
    giorno = giorno_del_profilo(scuola)
    base = scuola.parametro(f"organi.{organo}.maggioranza.base", giorno)
    parita = scuola.parametro(f"organi.{organo}.parita.{forma}", giorno)
    giudizio = giudica_votazione(
        voti,
        forma=forma,
        presidente=presidente,
        regole=RegoleDelVoto(
            del_regolamento(base, BaseMaggioranza), del_regolamento(parita, EsitoParita)
        ),
    )
    return {
        "necessari": giudizio.necessari,
        "approvata": giudizio.approvata,
        "perche": in_chiaro(giudizio.perche),
    }
