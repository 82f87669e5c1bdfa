"""When an agreement is shown to the other school that takes part in it, and how that answers.

Source: D.P.R. 263/2012, art. 5 c. 2 (the Commission of the network); CPIA Napoli Provincia 2,
Regolamento della Commissione, art. 4: the sections that ratify work in each institution, are
convened and presided over by its dirigente, or by a teacher with a delegation, and keep there
their minutes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa
from patto_formativo.enums import StatoPatto
from patto_formativo.rules.fonti import COMMISSIONE, IDA

ART_4: Final = f"{COMMISSIONE}, art. 4"
RETE: Final = f"{IDA}, art. 5 c. 2"
MINIMO: Final = "Regolamento (UE) 2016/679, art. 5 par. 1 lett. c)"
RATIFICA: Final = "lo ratifica la sua sezione, presieduta dal suo dirigente o da un delegato"
# Words that the Commission approved and that still hold.
APPROVATI: Final = frozenset({StatoPatto.APPROVATO, StatoPatto.SOTTOSCRITTO, StatoPatto.IN_CORSO})


class EsitoCondivisione(Voce):
    """What the other school has answered."""

    IN_ATTESA = "in_attesa", "in attesa di ratifica"
    RATIFICATO = "ratificato", "ratificato"
    NON_RATIFICATO = "non_ratificato", "non ratificato"


@dataclass(frozen=True, slots=True)
class DaMostrare:
    """A version that somebody wants to show: where it is, whether its words are printed."""

    stato: StatoPatto
    impronta: str
    gia_mostrata: bool


@dataclass(frozen=True, slots=True)
class Risposta:
    """What the other school writes: it ratifies, or it says what does not hold."""

    ratifica: bool
    estremi: str
    rilievo: str


def esito(risposta_il: datetime | None, rilievo: str) -> EsitoCondivisione:
    """The answer of a row: none yet, or which."""
    if risposta_il is None:
        return EsitoCondivisione.IN_ATTESA
    return EsitoCondivisione.NON_RATIFICATO if rilievo else EsitoCondivisione.RATIFICATO


def verifica_condivisione(versione: DaMostrare) -> tuple[Violazione, ...]:
    """Why a version cannot be shown; empty when it can."""
    return tuple(_contro(versione))


def _contro(versione: DaMostrare) -> Iterator[Violazione]:
    if versione.stato not in APPROVATI:
        testo = (
            f"Il patto è {versione.stato.etichetta}: all’altra scuola si mostra solo quello che "
            "la Commissione ha approvato."
        )
        yield Violazione("non_approvato", testo, ART_4)
    elif not versione.impronta:
        testo = "Il PDF del patto è ancora in preparazione: si condivide quando è pronto."
        yield Violazione("senza_carta", testo, ART_4)
    elif versione.gia_mostrata:
        testo = "Questo testo è già stato mostrato all’altra scuola."
        yield Violazione("gia_mostrato", testo, ART_4)


def verifica_risposta(risposta: Risposta, gia: datetime | None) -> tuple[Violazione, ...]:
    """Why an answer cannot be recorded: one is enough, and each has its words."""
    if gia is not None:
        testo = "La risposta è già registrata e non cambia: il CPIA l’ha ricevuta."
        return (Violazione("gia_risposto", testo, ART_4),)
    if risposta.ratifica and not risposta.estremi:
        testo = "Scrivi numero e giorno del verbale, o della delibera, della sezione."
        return (Violazione("senza_estremi", testo, ART_4, "estremi"),)
    if not risposta.ratifica and not risposta.rilievo:
        testo = "Scrivi che cosa non va: il CPIA lo corregge e lo ripresenta."
        return (Violazione("senza_rilievo", testo, ART_4, "rilievo"),)
    return ()


def perche_si_condivide() -> tuple[Motivo, ...]:
    """Who ratifies, and why no more than this is shown."""
    return (
        Motivo(
            "rete", RETE,
            "La Commissione è delle scuole che hanno firmato l’accordo di rete: il patto di chi "
            "studia in due di loro interessa tutte e due.",
        ),
        Motivo(
            "sezione", ART_4,
            "Lo ratifica la sezione dell’altra scuola, convocata e presieduta dal suo dirigente o "
            "da un docente delegato; il verbale resta là.",
        ),
        Motivo(
            "minimo", MINIMO,
            "L’altra scuola vede il nome e quello che dice il patto. Domanda, documenti, dossier e "
            "recapiti restano al CPIA.",
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ConLAltra:
    """How the words to be signed stand with the other school; without a day it never had them."""

    scuola: str
    mostrate_il: date | None = None
    esito: EsitoCondivisione = EsitoCondivisione.IN_ATTESA
    rilievo: str = ""


def ratifica_mancante(parole: ConLAltra) -> Motivo | None:
    """What keeps the words of an agreement of two schools from being signed; None when nothing.

    Each school ratifies them in its own section, presided over by its dirigente or a delegate.
    """
    if parole.mostrate_il is None:
        testo = (
            f"Al patto partecipa anche {parole.scuola}, che non ha ancora questo testo: si "
            f"condivide, {RATIFICA}. Poi si firma."
        )
    elif parole.esito == EsitoCondivisione.NON_RATIFICATO:
        testo = (
            f"{parole.scuola} non l’ha ratificato: «{parole.rilievo}». Si corregge, la Commissione "
            "lo approva e si condivide di nuovo. Poi si firma."
        )
    elif parole.esito == EsitoCondivisione.IN_ATTESA:
        testo = (
            f"Manca la ratifica di {parole.scuola}, che ha il patto dal "
            f"{data_estesa(parole.mostrate_il)}: {RATIFICA}. Poi si firma."
        )
    else:
        return None
    return Motivo("da_ratificare", ART_4, testo)
