"""By when something is to be done for who learns, where the day is to be reckoned."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from cpia.norme.rules.anno import AnnoScolastico, anno_scolastico
from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Motivo, Valore
from patto_formativo.rules.eta import maggiore_dal
from patto_formativo.rules.permesso import Esito, Soggiorno, giudica_soggiorno

UN_GIORNO: Final = timedelta(days=1)
# What no source gives a term for is looked at within a week.
SETTIMANA: Final = timedelta(days=7)
SABATO: Final = 5
GENNAIO_FINITO: Final = GiornoMese(2, 1)


@dataclass(frozen=True, slots=True)
class Sorveglianza:
    """A paper of stay that somebody must bring: since when it is asked, by when, why.

    ``da_richiedere`` is a receipt without an end that the office asks after again.
    """

    manca: bool
    dal: date
    entro: date
    perche: Motivo
    da_richiedere: bool = False


def giorno_dell_anno(giorno: GiornoMese, anno: AnnoScolastico) -> date:
    """The day of a school year: from September of its first year, before of its second."""
    solare = anno.inizio if giorno.mese >= anno.dal.month else anno.inizio + 1
    try:
        return date(solare, giorno.mese, giorno.giorno)
    except ValueError:  # 29 February
        return date(solare, giorno.mese, giorno.giorno - 1)


def firma_entro(approvato: date, entro: GiornoMese | None, giorni: int) -> date:
    """The last day to sign: that of the year, or so many days later for what came after."""
    dopo = approvato + timedelta(days=giorni)
    if entro is None:
        return dopo
    fissato = giorno_dell_anno(entro, anno_scolastico(approvato))
    return max(fissato, dopo) if approvato > fissato - timedelta(days=giorni) else fissato


def sabato(oggi: date) -> date:
    """The Saturday by which what is looked at every week is looked at; on Sunday the next one."""
    return oggi + timedelta(days=(SABATO - oggi.weekday()) % 7)


def meta_dell_anno(anno: AnnoScolastico) -> date:
    """The day that parts the plenary of the beginning from that of the end."""
    return giorno_dell_anno(GENNAIO_FINITO, anno)


def sorveglia_soggiorno(
    soggiorno: Soggiorno | None,
    *,
    serve: bool,
    nascita: date,
    iscritto: date,
    oggi: date,
    termine: Valore[int],
    preavviso: Valore[int],
    ricontrollo: Valore[int],
) -> Sorveglianza | None:
    """What an enrolled person must bring; None when there is nothing to ask.

    The term of who has no valid paper runs from the day on which it began to be missing: the
    enrolment, the coming of age, the day after its end.
    """
    giudica = partial(
        giudica_soggiorno, soggiorno, serve=serve, nascita=nascita, termine=termine,
        preavviso=preavviso, ricontrollo=ricontrollo,
    )  # fmt: skip
    giudizio = giudica(oggi=oggi)
    if giudizio.esito == Esito.IN_SCADENZA and giudizio.entro is not None:
        dal = giudizio.entro - timedelta(days=preavviso.valore)
        return Sorveglianza(manca=False, dal=dal, entro=giudizio.entro, perche=giudizio.perche)
    if giudizio.esito == Esito.DA_RICHIEDERE and giudizio.entro is not None:
        return Sorveglianza(
            manca=False, dal=giudizio.entro, entro=giudizio.entro + SETTIMANA,
            perche=giudizio.perche, da_richiedere=True,
        )  # fmt: skip
    if giudizio.esito != Esito.MANCA:
        return None
    scaduto = soggiorno.scade + UN_GIORNO if soggiorno and soggiorno.scade else iscritto
    dal = max(iscritto, maggiore_dal(nascita), scaduto)
    da_allora = giudica(oggi=dal)
    return Sorveglianza(manca=True, dal=dal, entro=da_allora.entro or dal, perche=da_allora.perche)
