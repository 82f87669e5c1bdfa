"""The steps of an entry in the register of experts: asked, decided, renewed, ended.

Sources: IC di Porto Venere, Regolamento per il conferimento di incarichi, artt. 1 and 3; L. 7
August 1990, n. 241, artt. 2 c. 2 (thirty days), 3 (reasons), 10-bis (notice before a refusal).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import SituazioneAlbo, StatoIscrizione

CHI_CHIEDE: Final = "Regolamento per il conferimento di incarichi, art. 3 c. 1"
MOTIVAZIONE: Final = "L. 241/1990, art. 3"
ENTRO: Final = "L. 241/1990, art. 2 c. 2: se il regolamento non dice altro, trenta giorni"
PREAVVISO: Final = "L. 241/1990, art. 10-bis"
GIORNI: Final = timedelta(days=30)
OSSERVAZIONI: Final = timedelta(days=10)
# No source says from when one may ask to be renewed.
RINNOVO: Final = timedelta(days=90)
UN_GIORNO: Final = timedelta(days=1)
SETTORI_MASSIMI: Final = 6
CHIUSE: Final = {
    StatoIscrizione.CHIESTA: SituazioneAlbo.DA_DECIDERE,
    StatoIscrizione.RIFIUTATA: SituazioneAlbo.RIFIUTATA,
    StatoIscrizione.RITIRATA: SituazioneAlbo.RITIRATA,
    StatoIscrizione.CANCELLATA: SituazioneAlbo.CANCELLATA,
}


@dataclass(frozen=True, slots=True)
class Richiesta:
    """What an expert says of himself; ``competenza`` are the studies or the experience."""

    settori: Sequence[str]
    competenza: str
    dipendente_di: str = ""
    docente_di_altra_scuola: bool = False
    cooperativa: str = ""


def situazione(
    stato: StatoIscrizione, iscritta_dal: date | None, scade: date | None, oggi: date
) -> SituazioneAlbo:
    """Where an entry stands on a day, from what was decided of it and its days."""
    if stato in CHIUSE or iscritta_dal is None or scade is None:
        return CHIUSE.get(stato, SituazioneAlbo.DA_DECIDERE)
    if oggi < iscritta_dal:
        return SituazioneAlbo.FUTURA
    return SituazioneAlbo.SCADUTA if oggi > scade else SituazioneAlbo.VALIDA


def contro_la_richiesta(
    richiesta: Richiesta, *, aperta: bool, scade: date | None, oggi: date
) -> list[Violazione]:
    """What is against asking: nothing said, one that waits already, one that lasts.

    ``scade`` is the last day of the entry that holds, or of its renewal; None without one.
    """
    trovate = []
    if aperta:
        testo = "C’è già una richiesta da decidere: per cambiarla, prima si ritira quella."
        trovate.append(Violazione("gia_chiesta", testo, ""))
    elif scade is not None and oggi < scade - RINNOVO:
        dal = data_estesa(scade - RINNOVO)
        testo = f"È già nell’albo fino al {data_estesa(scade)}: il rinnovo si chiede dal {dal}."
        trovate.append(Violazione("gia_iscritto", testo, ""))
    if not richiesta.settori:
        testo = "Scrivi almeno un settore: per quali attività?"
        trovate.append(Violazione("senza_settori", testo, CHI_CHIEDE, "settori"))
    if len(richiesta.settori) > SETTORI_MASSIMI:
        testo = f"Al più {SETTORI_MASSIMI} settori: scegli quelli in cui hai più esperienza."
        trovate.append(Violazione("troppi_settori", testo, "", "settori"))
    if not richiesta.competenza.strip():
        testo = "Scrivi la specializzazione o l’esperienza che hai."
        trovate.append(Violazione("senza_competenza", testo, CHI_CHIEDE, "competenza"))
    return trovate


def decorrenza(oggi: date, scade: date | None) -> date:
    """The first day of an entry: today, or the day after the one that it renews."""
    return oggi if scade is None else max(oggi, scade + UN_GIORNO)


def contro_il_rifiuto(
    motivo: str, preavviso_il: date | None, chiesta: date, oggi: date
) -> list[Violazione]:
    """What is against refusing today: the reason, and ten days to answer to it beforehand."""
    trovate = []
    if not motivo.strip():
        trovate.append(Violazione("motivo", "Scrivi il motivo.", MOTIVAZIONE, "motivo"))
    if preavviso_il is None or not chiesta <= preavviso_il <= oggi:
        testo = "Scrivi il giorno, dopo la richiesta, in cui i motivi sono arrivati a chi chiede."
        trovate.append(Violazione("preavviso", testo, PREAVVISO, "preavviso_il"))
    elif oggi <= preavviso_il + OSSERVAZIONI:
        fino = data_estesa(preavviso_il + OSSERVAZIONI)
        testo = f"Chi ha chiesto può rispondere fino al {fino}: si decide dopo."
        trovate.append(Violazione("osservazioni", testo, PREAVVISO, "preavviso_il"))
    return trovate
