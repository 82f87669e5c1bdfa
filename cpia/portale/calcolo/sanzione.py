"""The kind ``sanzione``: which organ imposes a sanction, in what composition, whether it may."""

from collections.abc import Callable
from datetime import date
from functools import partial

from cpia.norme.rules.profilo import Profilo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.regole_di_scuola import giorno_del_profilo, in_chiaro, leggi_profilo
from disciplina.cataloghi import catalogo, slug_disponibili
from disciplina.enums import Calcolabile, Provvedimento
from disciplina.rules.competenza import Proposta, organo_competente
from disciplina.rules.parametri import regole_organo

Risposta = dict[str, object]
GIORNI, GIORNO, IN_ESAME = "giorni", "giorno", "sessione_esame"


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    ``giorno`` is that of the fact and chooses the law, ``sessione_esame`` says that it is of an
    exam; both may be left out. Source: the school's regulation, measured with D.P.R. 249/1998,
    art. 4.
    """
    scuola = leggi_profilo(campi)
    tipo = campi.scelta("provvedimento", Calcolabile, "il provvedimento")
    giorni = _giorni(campi, tipo)
    giorno = None if campi.nullo(GIORNO) else campi.giorno(GIORNO)
    sessione = campi.booleano(IN_ESAME)
    campi.fine()
    proposta = Proposta(Provvedimento(tipo), giorni, giorno, sessione_esame=sessione)
    return partial(_risposta, scuola, proposta)


def _giorni(campi: Campi, tipo: Calcolabile) -> int | None:
    if tipo is Calcolabile.SOSPENSIONE:
        return campi.intero(GIORNI, minimo=1)
    campi.valore(GIORNI)
    # A kind of sanction that does not exist says nothing of its days.
    if campi.ha(GIORNI) and campi.valore("provvedimento") == tipo:
        campi.guasto(GIORNI, "i giorni si dicono solo di una sospensione")
    return None


def _risposta(scuola: Profilo, proposta: Proposta) -> Risposta:
    giorno = giorno_del_profilo(scuola, proposta.giorno or date.min)
    giudizio = organo_competente(
        proposta,
        catalogo(scuola.slug) if scuola.slug in slug_disponibili() else None,
        regole_organo(scuola.parametri("", giorno)),
    )
    return {
        "organo": giudizio.organo,
        "composizione": giudizio.composizione,
        "ammesso": giudizio.ammesso,
        "perche": in_chiaro(giudizio.perche),
    }
