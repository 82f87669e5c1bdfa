"""The answer to the proposal of an assignment: until which day, and what follows.

No norm says how many days one has to answer: it is a parameter of the school. Who refuses owes no
reason; who leaves after having accepted is let go with one, since the next one is then asked.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import StatoProposta
from selezioni_pon.rules.fonti import MOTIVAZIONE, PRASSI
from selezioni_pon.rules.incarichi import ART_6

S = StatoProposta
MOTIVO_MINIMO: Final = 10


def verifica_giorno(entro: date, oggi: date) -> list[Violazione]:
    """What is against asking for an answer by ``entro``: at least the day after."""
    if entro > oggi:
        return []
    testo = f"Per rispondere serve almeno un giorno: da domani in poi, non il {data_estesa(entro)}."
    return [Violazione("entro", testo, PRASSI, "entro")]


def verifica_risposta(
    stato: StatoProposta, proposta: date, entro: date, giorno: date, oggi: date
) -> list[Violazione]:
    """What is against an answer of ``giorno`` to what was proposed on ``proposta``.

    The last day is ``entro``, that one included. What came in time may be recorded later.
    """
    if stato is not S.IN_ATTESA:
        testo = f"Questa proposta è {stato.etichetta}: non si risponde più."
        return [Violazione("gia_risposta", testo, ART_6)]
    if giorno > oggi:
        testo = f"Il {data_estesa(giorno)} non è ancora venuto."
        return [Violazione("giorno_futuro", testo, ART_6, "giorno")]
    if giorno < proposta:
        testo = f"La proposta è del {data_estesa(proposta)}: la risposta viene dopo."
        return [Violazione("giorno_prima", testo, ART_6, "giorno")]
    if giorno > entro:
        testo = f"Si poteva rispondere fino al {data_estesa(entro)}: il termine è passato."
        return [Violazione("fuori_termine", testo, PRASSI, "giorno")]
    return []


def verifica_scaduta(stato: StatoProposta, entro: date, oggi: date) -> list[Violazione]:
    """What is against saying that the days have passed without an answer."""
    if stato is not S.IN_ATTESA:
        testo = f"Questa proposta è {stato.etichetta}: non aspetta una risposta."
        return [Violazione("gia_risposta", testo, ART_6)]
    if oggi <= entro:
        testo = f"Si può ancora rispondere, fino al {data_estesa(entro)}."
        return [Violazione("in_tempo", testo, PRASSI)]
    return []


def verifica_cessazione(stato: StatoProposta, motivo: str) -> Iterator[Violazione]:
    """What is against letting go who had accepted."""
    if stato is not S.ACCETTATA:
        testo = f"Questa proposta è {stato.etichetta}: cessa solo chi ha accettato."
        yield Violazione("non_accettata", testo, ART_6)
    if len(motivo.strip()) < MOTIVO_MINIMO:
        testo = "Scrivi perché l’incarico cessa, con parole che si capiscano da sole."
        yield Violazione("motivo", testo, MOTIVAZIONE, "motivo")
