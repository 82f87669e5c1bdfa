"""What is told of an assignment outside the school: to the Funzione pubblica, to the employer.

Source: D.Lgs. 33/2013, art. 15 c. 1 lett. c and c. 2; D.Lgs. 165/2001, art. 53 cc. 6 and 11-14.
Who tells the Funzione pubblica of a public employee is the employer (c. 12); whether the posts of
a project of the own staff are among those to be told no norm says: here they are, until the office
writes why not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.norme.rules.termini import scadenza
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import Provenienza, TipoContratto
from selezioni_pon.rules.autorizzazione import ART_53, DIPENDENTI

GIORNI: Final = 15
CONDIZIONE: Final = f"D.Lgs. 33/2013, art. 15 c. 2; {ART_53} c. 14"
CONFERITI: Final = f"{ART_53} c. 12"
COMPENSI: Final = f"{ART_53} c. 11"
ATTESTAZIONE: Final = f"{ART_53} c. 14"
P = Provenienza


@dataclass(frozen=True, slots=True)
class Obbligo:
    """``condizione``: without it the act has no effect, and is not paid. Else it has a term."""

    condizione: bool
    perche: Motivo


@dataclass(frozen=True, slots=True)
class Compensi:
    """What was paid, in cents, and not yet told: since the day of the first, until ``entro``."""

    importo: int
    dal: date
    entro: date


def obbligo_di(
    tipo: TipoContratto, provenienza: Provenienza | None, *, esente: bool = False
) -> Obbligo | None:
    """Whether the assignment is told to the Funzione pubblica, and what hangs on it.

    ``provenienza`` is None where nobody wrote it: a contract is then of somebody from outside, and
    of a letter nothing is asked. ``esente``: an employer needs not permit it (art. 53 c. 6).
    """
    if provenienza in DIPENDENTI:
        testo = (
            "Di chi dipende da un’altra amministrazione l’incarico lo comunica l’amministrazione "
            f"che lo autorizza, entro {GIORNI} giorni: qui si scrive quando e come è stato fatto. "
            "L’effetto e il compenso non ne dipendono."
        )
        perche = Motivo("dipendente_di_altri", CONFERITI, testo)
        return None if esente else Obbligo(condizione=False, perche=perche)
    if provenienza is P.INTERNO:
        testo = (
            f"Di chi lavora nella scuola l’incarico si comunica entro {GIORNI} giorni; l’effetto e "
            "il compenso non ne dipendono. Se non è dovuto, si scrive perché."
        )
        perche = Motivo("proprio_dipendente", CONFERITI, testo)
        return Obbligo(condizione=False, perche=perche)
    if tipo is TipoContratto.LETTERA:
        return None
    testo = (
        "Di chi viene da fuori il contratto ha effetto, e si può pagare, dopo la pubblicazione e "
        "dopo la comunicazione alla Funzione pubblica."
    )
    return Obbligo(condizione=True, perche=Motivo("persona_esterna", CONDIZIONE, testo))


def entro_quando(dal: date) -> date:
    """The last of the fifteen days."""
    return scadenza(dal, GIORNI).giorno


def verifica_comunicato(comunicato_il: date | None, giorno: date) -> list[Violazione]:
    """What is against effect and pay on a day, where the communication is their condition."""
    if comunicato_il is not None and comunicato_il <= giorno:
        return []
    testo = (
        "L’incarico ha effetto, e si può pagare, dopo la comunicazione dei suoi dati alla "
        "Presidenza del Consiglio, Dipartimento della funzione pubblica."
    )
    return [Violazione("comunicazione", testo, CONDIZIONE)]


def verifica_comunicazione(
    firmato_il: date, giorno: date, modo: str, oggi: date
) -> Iterator[Violazione]:
    """What is against a communication of that day, made in that way."""
    if not firmato_il <= giorno <= oggi:
        testo = (
            f"L’incarico è stato firmato il {data_estesa(firmato_il)}: si comunica da quel giorno, "
            "e non dopo oggi."
        )
        yield Violazione("giorno", testo, CONFERITI, "giorno")
    if not modo.strip():
        testo = "Scrivi il numero della comunicazione, o come è stata fatta."
        yield Violazione("modo", testo, CONFERITI, "modo")


def verifica_attestazione(tipo: TipoContratto, *, attestato: bool) -> list[Violazione]:
    """Who signs a contract says that no conflict of interests was found: it is published."""
    if attestato or tipo is TipoContratto.LETTERA:
        return []
    testo = (
        "Prima di affidare un incarico a chi viene da fuori si verifica che non ci siano conflitti "
        "di interessi, anche potenziali: l’attestazione si pubblica."
    )
    return [Violazione("conflitto", testo, ATTESTAZIONE, "senza_conflitti")]


def detta_attestazione(giorno: date | None) -> str:
    """That of a day, as everybody reads it; nothing where there is none."""
    if giorno is None:
        return ""
    return f"verificato il {data_estesa(giorno)} che non ce ne sono, neanche potenziali"


def detti_altri(testo: str) -> str:
    """The other offices that somebody declared, as everybody reads them."""
    return testo.strip() or "nessuno"


def compensi_da_comunicare(pagati: Sequence[tuple[date, int]], comunicati: int) -> Compensi | None:
    """What the employer of who was paid is still to be told; ``pagati`` in order, in cents."""
    finora = 0
    for giorno, importo in pagati:
        finora += importo
        if finora > comunicati:
            tutti = sum(uno for _, uno in pagati)
            return Compensi(tutti - comunicati, giorno, entro_quando(giorno))
    return None


def pagati_al(pagati: Sequence[tuple[date, int]], giorno: date) -> int:
    """How much was paid by a day, in cents."""
    return sum(importo for quando, importo in pagati if quando <= giorno)


def verifica_compensi(dovuti: Compensi | None, giorno: date, oggi: date) -> list[Violazione]:
    """What is against having told, on a day, what was paid until then."""
    if dovuti is None:
        testo = "Non ci sono compensi da comunicare all’amministrazione di appartenenza."
        return [Violazione("niente_da_comunicare", testo, COMPENSI)]
    if dovuti.dal <= giorno <= oggi:
        return []
    dal = data_estesa(dovuti.dal)
    testo = f"Si è pagato il {dal}: si comunica da quel giorno, e non dopo oggi."
    return [Violazione("giorno", testo, COMPENSI, "giorno")]
