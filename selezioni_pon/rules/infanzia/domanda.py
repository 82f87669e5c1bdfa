"""What is against an application as it is registered: the age, the precedence, the day.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 2 lett. a, b, f and art. 3 lett. d, e.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import EtaInfanzia, GruppoPrecedenza
from selezioni_pon.rules.frequenza_anticipata import contro_l_iscrizione_dopo
from selezioni_pon.rules.infanzia.eta import eta
from selezioni_pon.rules.infanzia.modello import RegoleAnticipi, RegoleInfanzia

FUORI_ETA: Final = (EtaInfanzia.TROPPO_PRESTO, EtaInfanzia.OBBLIGO)


@dataclass(frozen=True, slots=True)
class DomandaScritta:
    """An application as it was written; ``da_quale_atto`` is what shows the precedence."""

    nascita: date
    presentata: date
    residente: bool = False
    residenza_dal: date | None = None
    precedenza: GruppoPrecedenza | None = None
    da_quale_atto: str = ""


@dataclass(frozen=True, slots=True)
class SezioneContata:
    """A section after the count of August: who attends, and how many of them are early."""

    frequentanti: int
    anticipi: int


def contro_la_domanda(
    scritta: DomandaScritta, anno: AnnoScolastico, oggi: date, regole: RegoleInfanzia
) -> list[Violazione]:
    """What is against registering it: an age that is not of this school, a precedence not shown."""
    return [
        *_contro_l_eta(scritta, anno, regole),
        *_contro_i_giorni(scritta, oggi, regole),
        *_contro_la_precedenza(scritta, regole),
    ]


def contro_l_arrivo(
    scritta: DomandaScritta,
    sezioni: Sequence[SezioneContata],
    contati_il: date,
    regole: RegoleAnticipi,
) -> list[Violazione]:
    """What is against an application after the count: nothing where one section may take it.

    ``sezioni`` is empty before they are counted. Source: art. 3 lett. d, e.
    """
    if scritta.presentata <= contati_il:
        return []
    contro = [
        contro_l_iscrizione_dopo(
            anticipi=una.anticipi,
            frequentanti=una.frequentanti,
            residenza_dal=scritta.residenza_dal,
            giorno=contati_il,
            regole=regole,
        )
        for una in sezioni
    ]
    return contro[0] if contro and all(contro) else []


def _contro_l_eta(
    scritta: DomandaScritta, anno: AnnoScolastico, regole: RegoleInfanzia
) -> Iterator[Violazione]:
    quale, motivo = eta(scritta.nascita, anno, regole.eta)
    if quale in FUORI_ETA:
        yield Violazione("eta", motivo.testo, motivo.fonte, "data_nascita")


def _contro_i_giorni(
    scritta: DomandaScritta, oggi: date, regole: RegoleInfanzia
) -> Iterator[Violazione]:
    fonte = regole.ordine.nei_termini
    if scritta.presentata > oggi:
        testo = f"La domanda non può essere del {data_estesa(scritta.presentata)}: non è ancora."
        yield Violazione("presentata_dopo", testo, fonte, "presentata_il")
    if scritta.residenza_dal is not None and not scritta.residente:
        testo = "C’è il giorno della residenza: segna anche che è residente, o toglilo."
        yield Violazione("residenza_senza", testo, fonte, "residenza_dal")


def _contro_la_precedenza(scritta: DomandaScritta, regole: RegoleInfanzia) -> Iterator[Violazione]:
    gruppo, atto = scritta.precedenza, scritta.da_quale_atto.strip()
    if gruppo is None:
        if atto:
            testo = "C’è l’atto e manca quale precedenza: scegli la precedenza, o togli l’atto."
            yield Violazione("precedenza_manca", testo, "", "precedenza")
        return
    try:
        regola = regole.di(gruppo)
    except KeyError:
        testo = f"Il regolamento non dà la precedenza a chi è fra i «{gruppo.etichetta}»."
        yield Violazione("precedenza_ignota", testo, regole.fonte, "precedenza")
        return
    if gruppo is GruppoPrecedenza.DISABILITA and not scritta.residente:
        testo = (
            "Questa precedenza è di chi risiede nel territorio della scuola: segna la residenza, "
            "se c’è."
        )
        yield Violazione("precedenza_senza_residenza", testo, regola.fonte, "residente")
    if not atto:
        testo = "Scrivi da quale atto risulta la precedenza: gli estremi, non che cosa dice."
        yield Violazione("precedenza_senza_atto", testo, regola.fonte, "precedenza_da")
