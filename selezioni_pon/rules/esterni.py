"""Who asks from outside to apply: what is against it, how it goes on, how long the role lasts.

The lengths are defaults of the house: no norm fixes them.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from cpia.norme.rules.computo import mesi_dopo
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import con_maiuscola
from cpia.scuola.rules import incoerenze, leggi_codice_fiscale

# A link that makes somebody a person of the school does not lie long in a mailbox.
VALE: Final = timedelta(hours=48)
# So many letters a day to one mailbox: nobody fills that of somebody else.
LETTERE_AL_GIORNO: Final = 3
MESI_DEL_RUOLO: Final = 12
# The role of who is still in a procedure is made longer when less than this is left of it.
PRIMA_DELLA_FINE: Final = timedelta(days=60)
MAGGIORE_ETA: Final = 18
SECOLO: Final = 100
CAPACITA: Final = "Codice civile, art. 2: si stipula un contratto dalla maggiore età"
SCRITTO_COSI: Final = (
    "Controlla cognome, nome e codice fiscale: se sulla tessera sono proprio così, ti registra la "
    "segreteria."
)
CONFERMALO: Final = "Correggi, oppure conferma che è scritto così."


@dataclass(frozen=True, slots=True)
class Noto:
    """What the school knows already of who asks.

    ``persona``: somebody has this codice fiscale; ``stessa_email``: and uses this mailbox;
    ``email_di_altri``: somebody else of the school uses it.
    """

    persona: bool = False
    stessa_email: bool = False
    email_di_altri: bool = False


def va_da_solo(noto: Noto) -> bool:
    """Whether the proof of the mailbox is enough; otherwise the office looks at a document.

    It is for who is new, and for who is known with this very mailbox: a stranger who knows the
    codice fiscale of somebody must not become that person.
    """
    return not noto.email_di_altri and (noto.stessa_email or not noto.persona)


def contro_i_dati(
    codice: str, *, cognome: str, nome: str, oggi: date, confermato: bool | None = None
) -> list[Violazione]:
    """What in a valid codice fiscale is against the registration.

    ``confermato``: whether who has the card in the hand says that it is written so; None where
    nobody has, and the doubt leads to the office.
    """
    if minorenne(codice, oggi):
        testo = "Si candida chi ha compiuto diciotto anni."
        return [Violazione("minorenne", testo, CAPACITA, "codice_fiscale")]
    dubbi = [] if confermato else list(incoerenze(codice, cognome=cognome, nome=nome))
    trovate = [
        Violazione("codice_in_dubbio", f"{con_maiuscola(dubbio)}.", "", "codice_fiscale")
        for dubbio in dubbi
    ]
    if trovate:
        come = SCRITTO_COSI if confermato is None else CONFERMALO
        dove = "" if confermato is None else "codice_confermato"
        trovate.append(Violazione("codice_da_confermare", come, "", dove))
    return trovate


def minorenne(codice: str, oggi: date) -> bool:
    """Whether the day of birth in a valid codice fiscale is of somebody under eighteen."""
    nato = nascita(codice, oggi)
    compiuti = oggi.year - nato.year - ((oggi.month, oggi.day) < (nato.month, nato.day))
    return compiuti < MAGGIORE_ETA


def nascita(codice: str, oggi: date) -> date:
    """The day of birth that a valid codice fiscale says.

    The code has two digits of the year: of two centuries the nearer one that is not yet to come,
    and that has the day (29 February).
    """
    dati = leggi_codice_fiscale(codice)
    anno = oggi.year - (oggi.year - dati.anno) % SECOLO
    while not _passato(anno, dati.mese, dati.giorno, oggi):
        anno -= SECOLO
    return date(anno, dati.mese, dati.giorno)


def _passato(anno: int, mese: int, giorno: int, oggi: date) -> bool:
    """Whether there is such a day, and it is not to come."""
    ultimo = monthrange(anno, mese)[1]
    return giorno <= ultimo and date(anno, mese, giorno) <= oggi


def ruolo_fino_al(giorno: date) -> date:
    """The last day of the role of who registers on a day."""
    return mesi_dopo(giorno, MESI_DEL_RUOLO)


def da_prolungare(al: date, oggi: date) -> bool:
    """Whether the role of who is still in a procedure is made longer today."""
    return al - oggi < PRIMA_DELLA_FINE


def scade_il(adesso: datetime) -> datetime:
    """Until when the link of somebody who asks now is good."""
    return adesso + VALE
