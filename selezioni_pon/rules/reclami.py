"""Complaints against the provisional ranking: who is in time, by when one answers.

Source: D.P.R. 275/1999, art. 14 c. 7: within the term, from the albo, whoever has an interest
complains to the organ of the act, which decides in thirty days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.norme.rules.termini import CALENDARIO_COMUNE, scadenza
from cpia.scuola.parole import data_estesa, elenco, plurale
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.rules.fonti import MOTIVAZIONE, PRASSI, RECLAMO

DI_LEGGE: Final = 15
GIORNI: Final = Valore(DI_LEGGE, RECLAMO)
DECISIONE: Final = Valore(30, RECLAMO)
SCELTE: Final[Valore[tuple[int, ...]]] = Valore((5, 7, DI_LEGGE), PRASSI)


@dataclass(frozen=True, slots=True)
class Reclamo:
    """One complaint; ``esito`` None until decided, ``recepito`` when a new version applies it."""

    id: str
    data_presentazione: date
    esito: EsitoReclamo | None = None
    recepito: bool = False


@dataclass(frozen=True, slots=True)
class Momento:
    """Where the ranking stands on a day, for who wants to complain.

    ``interessato``: applied to this call, ranked or excluded; ``aperto``: an own complaint waits.
    """

    oggi: date
    data_albo: date | None
    interessato: bool
    definitiva: bool = False
    aperto: bool = False


def verifica_giorni(giorni: int, scelte: Valore[tuple[int, ...]] = SCELTE) -> list[Violazione]:
    """What is against a call giving these days: the school has not allowed them."""
    if giorni in scelte.valore:
        return []
    quali = elenco(scelte.valore)
    testo = f"I giorni per reclamare che un avviso può dare sono {quali}: non {giorni}."
    return [Violazione("giorni_reclamo", testo, scelte.fonte, "giorni_reclamo")]


def avverti_giorni(giorni: int) -> list[Motivo]:
    """What the dirigente must know of a term that is shorter than that of the law."""
    if giorni >= DI_LEGGE:
        return []
    testo = (
        f"L’avviso dà {plurale(giorni, 'giorno', 'giorni')} per reclamare, e la norma generale "
        f"{DI_LEGGE}: chi reclama dopo, ma nei {DI_LEGGE}, può sostenere di essere in tempo."
    )
    return [Motivo("termine_breve", RECLAMO, testo)]


def termine(
    data_albo: date,
    giorni: Valore[int] = GIORNI,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day for a complaint: that of the albo is not counted, a holiday prolongs it."""
    contato = scadenza(data_albo, giorni.valore, calendario=calendario)
    testo = f"Si reclama entro {plurale(giorni.valore, 'giorno', 'giorni')} dall’albo: fino al "
    testo += f"{data_estesa(contato.giorno)}.{giorni.altra_fonte}"
    return Termine(contato.giorno, (Motivo("reclamo", giorni.fonte, testo), *contato.perche))


def entro_quando_si_decide(
    reclamo: Reclamo,
    giorni: Valore[int] = DECISIONE,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day for the answer to one complaint."""
    return scadenza(reclamo.data_presentazione, giorni.valore, calendario=calendario)


def verifica_reclamo(momento: Momento, testo: str, entro: Termine | None) -> list[Violazione]:
    """What is against presenting a complaint today; ``entro`` None while nothing is published."""
    if not momento.interessato:
        perche = "Può reclamare chi vi ha interesse: di regola chi ha presentato domanda."
        return [Violazione("interesse", perche, RECLAMO)]
    return [*_in_tempo(momento, entro), *_scritto(momento, testo)]


def _in_tempo(momento: Momento, entro: Termine | None) -> Iterator[Violazione]:
    if momento.data_albo is None or entro is None:
        testo = "Il termine comincia con la graduatoria provvisoria, che non è pubblicata."
        yield Violazione("non_pubblicata", testo, RECLAMO)
    elif momento.definitiva:
        testo = "La graduatoria è definitiva: si può impugnare davanti al giudice."
        yield Violazione("definitiva", testo, RECLAMO)
    elif momento.oggi > entro.giorno:
        testo = f"Si poteva reclamare fino al {data_estesa(entro.giorno)}."
        yield Violazione("termine", testo, RECLAMO)


def _scritto(momento: Momento, testo: str) -> Iterator[Violazione]:
    if not testo.strip():
        yield Violazione("testo", "Scrivi che cosa contesti.", RECLAMO, "testo")
    if momento.aperto:
        perche = "Hai già presentato un reclamo, e aspetta risposta."
        yield Violazione("gia_presentato", perche, RECLAMO)


def verifica_risposta(reclamo: Reclamo, esito: EsitoReclamo, motivo: str) -> list[Violazione]:
    """What is against this answer: it is given once, and says why."""
    if reclamo.esito is not None:
        return [Violazione("gia_risposto", "Il reclamo ha già avuto risposta.", RECLAMO)]
    if not motivo.strip():
        testo = f"Scrivi perché il reclamo è {esito.etichetta}."
        return [Violazione("motivo", testo, MOTIVAZIONE, "motivo")]
    return []
