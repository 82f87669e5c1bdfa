"""The kind ``bonus``: percentages, bands, beneficiaries and amounts of the merit bonus."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial

from bonus_merito.enums import Area, Metodo
from bonus_merito.rules.esclusioni import Posizione
from bonus_merito.rules.percentuale import Punteggio
from bonus_merito.rules.quadro import Docente, Esito, giudica
from bonus_merito.rules.regole import PESI, PREFISSO, RegoleBonus, regole_da
from bonus_merito.rules.spiegazione import perche
from cpia.norme.enums import Origine
from cpia.norme.rules.motivi import Valore
from cpia.norme.rules.profilo import Profilo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.numeri import esatto
from cpia.portale.calcolo.regole_di_scuola import giorno_del_profilo, in_chiaro, leggi_profilo

Risposta = dict[str, object]
CENTO = Fraction(100)


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: the school's criteria (seed of CPIA Caltanissetta/Enna); L. 107/2015 art. 1 cc. 126-130.
    """
    scuola = leggi_profilo(campi)
    _con_pesi_propri(campi, scuola)
    metodo = campi.scelta("metodo", Metodo, "il metodo", Metodo.QUOTE_UGUALI)
    fondo = _centesimi(campi)
    docenti = list(_docenti(campi))
    in_servizio = campi.intero("docenti_di_ruolo", minimo=0)
    di_ruolo = sum(docente.posizione.di_ruolo for docente in docenti)
    if di_ruolo > in_servizio and not campi.guasti:
        testo = f"i docenti di ruolo sono {di_ruolo} nell’elenco e {in_servizio} qui"
        campi.guasto("docenti_di_ruolo", testo)
    campi.fine()
    return partial(_risposta, scuola, metodo, fondo, docenti, in_servizio)


def _con_pesi_propri(campi: Campi, scuola: Profilo) -> None:
    """The weights of another school are no rule of this one."""
    giorno = giorno_del_profilo(scuola)
    sue = [scuola.parametro(chiave, giorno).origine for chiave in PESI.values()]
    if any(origine is not Origine.REGOLAMENTO for origine in sue) and not campi.guasti:
        campi.guasto("profilo", f"{scuola.slug} non ha percentuali sue per il bonus")


def _centesimi(campi: Campi) -> int:
    fondo = campi.decimale("fondo") * 100
    if fondo.denominator != 1:
        campi.guasto("fondo", "il fondo ha al più due decimali: i centesimi")
        return 0
    return fondo.numerator


def _docenti(campi: Campi) -> Iterator[Docente]:
    visti: dict[str, str] = {}
    for riga in campi.oggetti("docenti"):
        nome = riga.testo("id")
        if nome and visti.setdefault(nome, riga.percorso) != riga.percorso:
            riga.guasto("id", f"{nome} c’è già ({visti[nome]}): ogni docente ha il suo nome")
        punteggio = Punteggio(_aree(riga), _percento(riga, "aggiuntiva"))
        yield Docente(nome, punteggio, _posizione(riga))
        riga.fine()


def _posizione(riga: Campi) -> Posizione:
    return Posizione(
        di_ruolo=riga.booleano("di_ruolo", obbligatorio=True),
        sanzioni=riga.booleano("sanzioni", obbligatorio=True),
        assenza=_percento(riga, "assenza"),
    )


def _aree(riga: Campi) -> dict[Area, Fraction]:
    dentro = riga.oggetto("aree")
    aree = {area: _percento(dentro, area.value) for area in Area}
    dentro.fine()
    return aree


def _percento(campi: Campi, chiave: str) -> Fraction:
    numero = campi.decimale(chiave)
    if numero > CENTO:
        campi.guasto(chiave, "è una percentuale: va da 0 a 100")
    return numero


def _risposta(
    scuola: Profilo, metodo: Metodo, fondo: int, docenti: list[Docente], in_servizio: int
) -> Risposta:
    regole = _regole(scuola, metodo)
    quadro = giudica(docenti, fondo=fondo, in_servizio=in_servizio, regole=regole)
    risposta: Risposta = {
        "docenti": [_docente(esito) for esito in quadro.esiti],
        "totale": _euro(quadro.riparto.totale),
        "beneficiari": len(quadro.beneficiari),
        "minimo": quadro.limiti.minimo,
        "massimo": quadro.limiti.massimo,
        "avvisi": [avviso.value for avviso in quadro.avvisi],
    }
    if quadro.taglio.pari:
        risposta["da_decidere"] = list(quadro.taglio.pari)
    return {**risposta, "perche": in_chiaro(perche(quadro, in_servizio, regole))}


def _docente(esito: Esito) -> Risposta:
    return {
        "id": esito.docente.id,
        "percentuale": esatto(esito.percentuale),
        "fascia": esito.fascia,
        "escluso": esito.escluso.value if esito.escluso else None,
        "importo": None if esito.importo is None else _euro(esito.importo),
    }


def _regole(scuola: Profilo, metodo: Metodo) -> RegoleBonus:
    """Those of the profile, with the method that was asked for."""
    regole = regole_da(scuola.parametri(PREFISSO, giorno_del_profilo(scuola)))
    in_vigore = regole.riparto.metodo
    if in_vigore.valore is metodo:
        return regole
    altra = f"il metodo in vigore è {in_vigore.valore.etichetta} ({in_vigore.fonte})."
    chiesto = Valore(metodo, "metodo chiesto, non quello in vigore", altra)
    return replace(regole, riparto=replace(regole.riparto, metodo=chiesto))


def _euro(centesimi: int) -> str:
    return f"{centesimi // 100}.{centesimi % 100:02d}"
