"""The terms of the outcome: complaints, answers, the day of the decree."""

from datetime import date
from typing import Final

from bonus_merito.enums import StatoProcedura, TipoIstanza
from bonus_merito.models import Procedura
from bonus_merito.queries.regole import parametri_di
from bonus_merito.rules.istanze import ACCESSO, RICORSO, RISPOSTA_A_RECLAMO, SILENZIO
from cpia.norme.queries import calendario
from cpia.norme.rules import AnnoScolastico, GiornoMese, Termine, Valore, scadenza

RECLAMO_ENTRO: Final = "bonus.reclamo_entro"
ACCESSO_ENTRO: Final = "bonus.accesso_entro"
ASSEGNAZIONE_ENTRO: Final = "bonus.assegnazione_entro"


def pubblicata_il(procedura: Procedura) -> date | None:
    """The day from which the outcome is on the albo; None before, or when it was annulled."""
    pubblicazione = procedura.pubblicazione
    if pubblicazione is None or pubblicazione.annullata_il is not None:
        return None
    return pubblicazione.dal


def da_pubblicare(procedura: Procedura) -> bool:
    """Whether the outcome waits for the albo: after the decree, or taken down from there."""
    if procedura.stato == StatoProcedura.PUBBLICATA:
        return pubblicata_il(procedura) is None
    return procedura.stato == StatoProcedura.DECRETATA


def termine_reclamo(procedura: Procedura) -> Termine | None:
    """The last day of a complaint, None while nothing is published. Two queries."""
    dal = pubblicata_il(procedura)
    if dal is None:
        return None
    giorni = _parametro(procedura, RECLAMO_ENTRO).come(int)
    return scadenza(dal, giorni, calendario=calendario(procedura.istituto_id, dal))


def termine_risposta(procedura: Procedura, tipo: TipoIstanza, dal: date) -> Termine:
    """By when one answers what was asked on ``dal``. Two queries."""
    giorni = RISPOSTA_A_RECLAMO.valore
    if tipo == TipoIstanza.ACCESSO:
        giorni = _parametro(procedura, ACCESSO_ENTRO).come(int)
    return scadenza(dal, giorni, calendario=calendario(procedura.istituto_id, dal))


def giorni_accesso(procedura: Procedura) -> Valore:
    """Days within which one answers who asks to see the own file."""
    return _parametro(procedura, ACCESSO_ENTRO)


def fonte_risposta(procedura: Procedura, tipo: TipoIstanza) -> str:
    """Who says by when one answers."""
    if tipo == TipoIstanza.ACCESSO:
        return _parametro(procedura, ACCESSO_ENTRO).fonte
    return RISPOSTA_A_RECLAMO.fonte


def reclamo_detto(procedura: Procedura) -> str:
    """The line of the papers on how one complains."""
    entro = _parametro(procedura, RECLAMO_ENTRO)
    return (
        f"Contro l’esito si può proporre reclamo al dirigente entro {entro.come(int)} giorni dalla "
        f"pubblicazione ({entro.fonte}) e chiedere di vedere i propri atti ({ACCESSO}): se entro "
        f"{giorni_accesso(procedura).come(int)} giorni non c’è risposta, la richiesta si intende "
        f"respinta ({SILENZIO})."
    )


def rimedi_detti(procedura: Procedura) -> str:
    """How one complains, and to which judge one goes: the lines of the acts (L. 241/1990, art. 3).

    Money of the own work is a right: it has no term but that of the limitation.
    """
    return f"{reclamo_detto(procedura)} {RICORSO}"


def decreto_entro(procedura: Procedura) -> tuple[date, str]:
    """The day by which the assignment is decreed, with who says it."""
    return giorno_del_decreto(
        _parametro(procedura, ASSEGNAZIONE_ENTRO),
        AnnoScolastico(procedura.fondo.anno_scolastico.inizio),
    )


def giorno_del_decreto(entro: Valore, anno: AnnoScolastico) -> tuple[date, str]:
    """A day and month inside a school year; the last day of it where the school has none."""
    giorno = entro.valore
    if not isinstance(giorno, GiornoMese):
        return anno.al, entro.fonte
    solare = anno.inizio if giorno.mese >= anno.dal.month else anno.inizio + 1
    try:
        return date(solare, giorno.mese, giorno.giorno), entro.fonte
    except ValueError:  # 29 February
        return date(solare, giorno.mese, giorno.giorno - 1), entro.fonte


def pubblicazione_scelta(procedura: Procedura) -> Valore:
    """Which form of publication the school has."""
    return _parametro(procedura, "bonus.pubblicazione")


def gruppo_minimo(procedura: Procedura) -> Valore:
    """Persons under which a group is not told by itself."""
    return _parametro(procedura, "bonus.gruppo_minimo")


def _parametro(procedura: Procedura, chiave: str) -> Valore:
    """As the procedure keeps it; before it is opened, that of today."""
    return parametri_di(procedura)[chiave]
