"""Where an enrolled person is: what comes next, who is to do it, who has been still too long.

Source of the order: CPIA Napoli Provincia 2, Linee guida per l’accoglienza, fasi 0-5.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.enums import Fase, StatoPatto
from patto_formativo.rules.accoglienza import Accoglienza, Stato, Tappa
from patto_formativo.rules.fonti import PARTE_PRIMA

ENTRO: Final = Valore(
    14, "parametro del portale: entro quanti giorni ci si incontra di nuovo durante l’accoglienza"
)


class Passo(Voce):
    """What is to be done now for a person."""

    PRIMO_INCONTRO = "primo_incontro", "tenere il primo incontro"
    TUTOR = "tutor", "assegnare il tutor"
    COLLOQUI = "colloqui", "continuare i colloqui e le prove"
    PROPEDEUTICO = "propedeutico", "seguire lo studio propedeutico"
    DOSSIER = "dossier", "chiudere il dossier"
    STESURA = "stesura", "scrivere il patto"
    COMMISSIONE = "commissione", "approvare il patto in Commissione"
    FIRMA = "firma", "firmare il patto"
    STUDIO = "studio", "seguire le lezioni"
    FINE = "fine", "niente: il percorso è chiuso"


@dataclass(frozen=True, slots=True)
class Situazione:
    """What is known of a person: the welcome, whether the dossier is open, the agreement."""

    accoglienza: Accoglienza
    attivo: bool
    ha_tutor: bool
    dossier_aperto: bool
    patto: StatoPatto | None


@dataclass(frozen=True, slots=True)
class Prossimo:
    """The next step, who is to do it, why it is this one."""

    passo: Passo
    chi: str
    perche: Motivo


def prossimo(situazione: Situazione) -> Prossimo:
    """The next step of a person, the first in the order of the phases that is not over."""
    if not situazione.attivo:
        return _passo(Passo.FINE, "nessuno", "Il percorso è chiuso.")
    if (del_patto := _del_patto(situazione.patto)) is not None:
        return del_patto
    return _dell_accoglienza(situazione)


def _del_patto(stato: StatoPatto | None) -> Prossimo | None:
    """What an agreement asks that has left the hands of the tutor."""
    match stato:
        case StatoPatto.IN_NEGOZIAZIONE:
            testo = "La bozza è proposta alla sezione, che deve ratificarla."
            return _passo(Passo.COMMISSIONE, "Commissione", testo)
        case StatoPatto.APPROVATO:
            testo = "La Commissione ha approvato il patto: mancano le firme."
            return _passo(Passo.FIRMA, "chi studia e il tutor", testo)
        case StatoPatto.SOTTOSCRITTO | StatoPatto.IN_CORSO:
            testo = "Il patto è firmato: si frequenta secondo il patto."
            return _passo(Passo.STUDIO, "chi studia", testo)
        case _:
            return None


def _dell_accoglienza(situazione: Situazione) -> Prossimo:
    """The first of what the welcome still asks; then the dossier, then the agreement."""
    da_fare = {
        tappa.prevista.fase: tappa
        for tappa in situazione.accoglienza.tappe
        if tappa.stato is not Stato.FATTA
    }
    if prima := da_fare.get(Fase.PRIMO_INCONTRO):
        return _della_fase(Passo.PRIMO_INCONTRO, prima)
    if not situazione.ha_tutor:
        testo = "Al termine del primo incontro il coordinatore assegna un tutor."
        return _passo(Passo.TUTOR, "coordinatore della sede", testo)
    for fase, passo in POI.items():
        if fase in da_fare:
            return _della_fase(passo, da_fare[fase])
    if situazione.dossier_aperto:
        testo = "Il riconoscimento è stato chiesto: il dossier va completato e valutato."
        return _passo(Passo.DOSSIER, "tutor", testo)
    return _passo(Passo.STESURA, "tutor", "L’accoglienza è fatta: si scrive il patto con l’adulto.")


POI: Final = {Fase.COLLOQUI: Passo.COLLOQUI, Fase.PROPEDEUTICO: Passo.PROPEDEUTICO}


def _della_fase(passo: Passo, tappa: Tappa) -> Prossimo:
    return Prossimo(passo, tappa.prevista.chi, tappa.perche)


def _passo(passo: Passo, chi: str, testo: str) -> Prossimo:
    return Prossimo(passo, chi, Motivo("prossimo_passo", PARTE_PRIMA, testo))


# In these steps somebody is waited for: who has not been met for long lags.
CON_INCONTRI: Final = frozenset(
    {Passo.PRIMO_INCONTRO, Passo.TUTOR, Passo.COLLOQUI, Passo.PROPEDEUTICO}
)


def fermo(passo: Passo, ultimo: date, oggi: date, entro: Valore[int] = ENTRO) -> Motivo | None:
    """Why somebody is lagging in the welcome; ``ultimo`` is the last meeting, or the enrolment."""
    if passo not in CON_INCONTRI or oggi - ultimo <= timedelta(days=entro.valore):
        return None
    giorni = plurale((oggi - ultimo).days, "giorno", "giorni")
    limite = plurale(entro.valore, "giorno", "giorni")
    testo = (
        f"Da {giorni}, dal {data_estesa(ultimo)}, non c’è un incontro: ce ne vorrebbe uno "
        f"entro {limite}."
    )
    return Motivo("accoglienza_ferma", entro.fonte, testo)


class Tratto(Voce):
    """The stretches of the way on which persons are counted, one after the other."""

    FASE_1 = "fase_1", "Fase 1"
    FASE_2 = "fase_2", "Fase 2"
    FASE_3 = "fase_3", "Fase 3"
    FASE_4 = "fase_4", "Fase 4"
    COMMISSIONE = "commissione", "In Commissione"
    FIRMA = "firma", "Da firmare"
    STUDIO = "studio", "In corso"
    FINE = "fine", "Chiusi"


TRATTI: Final = {
    Passo.PRIMO_INCONTRO: Tratto.FASE_1,
    Passo.TUTOR: Tratto.FASE_1,
    Passo.COLLOQUI: Tratto.FASE_2,
    Passo.PROPEDEUTICO: Tratto.FASE_3,
    Passo.DOSSIER: Tratto.FASE_4,
    Passo.STESURA: Tratto.FASE_4,
    Passo.COMMISSIONE: Tratto.COMMISSIONE,
    Passo.FIRMA: Tratto.FIRMA,
    Passo.STUDIO: Tratto.STUDIO,
    Passo.FINE: Tratto.FINE,
}
