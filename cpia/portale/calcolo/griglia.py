"""The kind ``griglia``: the points of one applicant's titles, or what a grid gets wrong."""

from collections.abc import Callable
from dataclasses import asdict
from fractions import Fraction
from functools import partial

from cpia.norme.rules.motivi import Motivo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.guasti import mostra
from cpia.portale.calcolo.numeri import esatto
from cpia.portale.calcolo.titoli import leggi_titoli
from cpia.scuola.parole import plurale
from selezioni_pon.enums import FasciaContesa
from selezioni_pon.griglie import griglia, slug_disponibili
from selezioni_pon.rules.griglia.controllo import Rilievo, controlla
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.griglia.punteggio import PuntiSezione, PuntiVoce, valuta
from selezioni_pon.rules.griglia.spiegazione import perche
from selezioni_pon.rules.griglia.titoli import Titolo

Risposta = dict[str, object]
CONTROLLA = "controlla"


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: IC Pinocchio Montesicuro, Consiglio d’istituto 26 April 2018, minutes n. 14.
    """
    if campi.ha(CONTROLLA):
        quale = _griglia(campi, CONTROLLA)
        campi.fine()
        return partial(_rilievi, quale)
    quale = _griglia(campi, "griglia")
    contesa = campi.scelta("contesa", FasciaContesa, "la scelta fra due fasce", quale.contesa)
    dichiarati = campi.oggetto("titoli")
    # The items of a grid that does not exist are nobody's.
    esiste = campi.valore("griglia") == quale.slug
    titoli = leggi_titoli(dichiarati, quale) if esiste else ()
    campi.fine()
    return partial(_risposta, quale, titoli, contesa)


def _griglia(campi: Campi, chiave: str) -> Griglia:
    slug, disponibili = campi.testo(chiave), slug_disponibili()
    if slug and slug not in disponibili:
        testo = f"la griglia {mostra(slug)} non esiste: ci sono {', '.join(disponibili)}"
        campi.guasto(chiave, testo)
    return griglia(slug if slug in disponibili else disponibili[0])


def _risposta(quale: Griglia, titoli: tuple[Titolo, ...], contesa: FasciaContesa) -> Risposta:
    punteggio = valuta(quale, titoli, contesa)
    return {
        "totale": esatto(punteggio.totale),
        "voci": [_voce(punti) for punti in punteggio.voci],
        "sezioni": [_sezione(punti) for punti in punteggio.sezioni],
        "perche": [asdict(motivo) for motivo in perche(quale, punteggio)],
    }


def _voce(punti: PuntiVoce) -> Risposta:
    return {"voce": punti.voce.numero, **_contati(punti)}


def _sezione(punti: PuntiSezione) -> Risposta:
    return {"sezione": punti.sezione.sigla, **_contati(punti)}


def _contati(punti: PuntiVoce | PuntiSezione) -> Risposta:
    return {
        "punti": esatto(punti.punti),
        "tetto": _tetto(punti.tetto),
        "tagliato": punti.tagliato,
    }


def _tetto(tetto: Fraction | None) -> str | None:
    return None if tetto is None else esatto(tetto)


def _rilievi(quale: Griglia) -> Risposta:
    rilievi = controlla(quale)
    return {
        "rilievi": [
            {"codice": rilievo.codice.value, "dove": rilievo.dove, "testo": rilievo.testo}
            for rilievo in rilievi
        ],
        "perche": [asdict(_guardate(quale, rilievi))],
    }


def _guardate(quale: Griglia, rilievi: tuple[Rilievo, ...]) -> Motivo:
    """What was looked at, so that nothing found is not nothing done."""
    voci = plurale(len(tuple(quale.voci)), "voce", "voci")
    sezioni = plurale(len(quale.sezioni), "sezione", "sezioni")
    trovati = plurale(len(rilievi), "rilievo", "rilievi", "nessun rilievo")
    testo = f"La griglia «{quale.titolo}» ha {voci} in {sezioni}: {trovati}."
    return Motivo("controllo", quale.fonte, testo)
