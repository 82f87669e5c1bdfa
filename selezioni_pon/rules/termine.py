"""The deadline of a call: how many days it must leave, and what arrives in time.

Days are counted as the law counts them (art. 155 c.p.c., art. 2963 c.c.). An application is in
time when the clock of the server, cut to the second, shows at most the instant of the deadline.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.misure import data_in_lettere
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.norme.rules.termini import CALENDARIO_COMUNE, scadenza
from cpia.scuola.parole import ROMA, giorno, plurale
from selezioni_pon.enums import Fase

FINE_GIORNATA: Final = time(23, 59, 59)
PERENTORIO: Final = (
    "L. 241/1990, art. 1 c. 1, imparzialità: il termine scritto nell’avviso vale per tutti"
)


class IstanteIngenuo(ValueError):
    """An instant without its time zone: it cannot be compared with the server's clock."""


@dataclass(frozen=True, slots=True)
class Finestra:
    """When a call takes applications, both ends included, on the server's clock.

    Raises IstanteIngenuo for an instant without a time zone, ValueError if it ends before.
    """

    apre: datetime
    chiude: datetime

    def __post_init__(self) -> None:
        if _secondo(self.chiude) < _secondo(self.apre):
            raise ValueError("la finestra si chiude prima di aprirsi")


def chiusura(ultimo_giorno: date, ora: time = FINE_GIORNATA) -> datetime:
    """The instant of the deadline: Italian time, the end of the day where no hour is written."""
    return datetime.combine(ultimo_giorno, ora, tzinfo=ROMA)


def nei_termini(inviata: datetime, finestra: Finestra) -> bool:
    """Whether what is sent at this instant counts: the second of the deadline still does."""
    return _secondo(finestra.apre) <= _secondo(inviata) <= _secondo(finestra.chiude)


def verifica_invio(adesso: datetime, finestra: Finestra) -> list[Violazione]:
    """What is against sending now. Raises IstanteIngenuo."""
    if nei_termini(adesso, finestra):
        return []
    if _secondo(adesso) < _secondo(finestra.apre):
        testo = f"Le domande si possono inviare da {al_secondo(finestra.apre)}."
        return [Violazione("non_aperto", testo, PERENTORIO)]
    testo = (
        f"Le domande si potevano inviare fino a {al_secondo(finestra.chiude)}: il server segna "
        f"{al_secondo(adesso)}."
    )
    return [Violazione("fuori_termine", testo, PERENTORIO)]


def termine_minimo(
    pubblicato: date, giorni: Valore[int], calendario: Calendario = CALENDARIO_COMUNE
) -> Termine:
    """The first day on which a call published on ``pubblicato`` may close, with its reasons."""
    termine = scadenza(pubblicato, giorni.valore, calendario=calendario)
    quanti = plurale(giorni.valore, "giorno", "giorni")
    testo = f"L’avviso resta aperto almeno {quanti}.{giorni.altra_fonte}"
    motivo = Motivo("giorni_dell_avviso", giorni.fonte, testo)
    return Termine(termine.giorno, (motivo, *termine.perche))


def verifica_durata(
    fase: Fase,
    finestra: Finestra,
    giorni: Valore[int],
    *,
    urgenza: str = "",
    calendario: Calendario = CALENDARIO_COMUNE,
) -> list[Violazione]:
    """What is against this deadline: too few days, unless the call says why it cannot wait."""
    pubblicato = _giorno_italiano(finestra.apre)
    minimo = termine_minimo(pubblicato, giorni, calendario).giorno
    chiude = _giorno_italiano(finestra.chiude)
    if chiude >= minimo or urgenza.strip():
        return []
    testo = (
        f"Un avviso per «{fase.etichetta}» pubblicato {data_in_lettere(pubblicato)} resta aperto "
        f"almeno {plurale(giorni.valore, 'giorno', 'giorni')}, fino a {data_in_lettere(minimo)}: "
        f"qui si chiude {data_in_lettere(chiude)}. Spostalo, o scrivi perché è urgente."
    )
    return [Violazione("avviso_breve", testo, giorni.fonte, "chiude")]


def al_secondo(istante: datetime) -> str:
    """``venerdì 12 giugno 2026, ore 23.59.59``, Italian time."""
    italiano = istante.astimezone(ROMA)
    return f"{giorno(italiano)}, ore {italiano:%H.%M.%S}"


def _secondo(istante: datetime) -> datetime:
    """In UTC: two instants of the hour that comes twice in October stay apart."""
    if istante.tzinfo is None:
        raise IstanteIngenuo("un istante senza fuso orario non si confronta con quello del server")
    return istante.astimezone(UTC).replace(microsecond=0)


def _giorno_italiano(istante: datetime) -> date:
    return istante.astimezone(ROMA).date()
