"""What may follow a notice that has left: another notice, and what each must say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import GenereAtto, NaturaPunto

PARTITO: Final = "ciò che è stato comunicato si cambia solo con una nuova comunicazione"
SEGRETO: Final = "D.Lgs. 297/1994, art. 37 c. 4"
PUNTI_MASSIMI: Final = 10
TITOLO_MASSIMO, PUBBLICO_MASSIMO, MOTIVO_MASSIMO = 600, 300, 300


@dataclass(frozen=True, slots=True)
class NuovoPunto:
    """An item that an integration adds."""

    titolo: str
    natura: NaturaPunto = NaturaPunto.DELIBERA
    su_persone: bool = False
    titolo_pubblico: str = ""


@dataclass(frozen=True, slots=True)
class Variazione:
    """What a later notice says: its kind, and the day, the items or the reason it needs."""

    genere: GenereAtto
    motivo: str = ""
    nuovo_inizio: datetime | None = None
    nuovo_luogo: str = ""
    punti: Sequence[NuovoPunto] = ()


def verifica_variazione(
    variazione: Variazione, *, inizio: datetime, adesso: datetime
) -> tuple[Violazione, ...]:
    """Why a later notice cannot be prepared; empty when it can. Its term is judged when it leaves.

    ``inizio`` is the hour for which the sitting is convened.
    """
    match variazione.genere:
        case GenereAtto.INTEGRAZIONE:
            return tuple(_punti(variazione.punti))
        case GenereAtto.RINVIO:
            return (*_giorno(variazione, inizio, adesso), *_motivo(variazione, "rinvia"))
        case _:
            return tuple(_motivo(variazione, "revoca"))


def _punti(punti: Sequence[NuovoPunto]) -> Iterator[Violazione]:
    if not punti:
        testo = "Scrivi almeno un punto da aggiungere."
        yield Violazione("senza_punti", testo, PARTITO, "titolo_1")
    for posto, punto in enumerate(punti, 1):
        if punto.su_persone and not punto.titolo_pubblico.strip():
            testo = "Il punto riguarda persone: scrivi anche il titolo senza nomi, per l’albo."
            yield Violazione("senza_titolo_pubblico", testo, SEGRETO, f"titolo_pubblico_{posto}")


def _giorno(variazione: Variazione, inizio: datetime, adesso: datetime) -> Iterator[Violazione]:
    nuovo = variazione.nuovo_inizio
    if nuovo is None or nuovo <= adesso:
        testo = "Scegli un giorno e un’ora che devono ancora venire."
        yield Violazione("giorno", testo, PARTITO, "giorno")
    elif nuovo == inizio:
        testo = "La seduta è già convocata per quel giorno e quell’ora."
        yield Violazione("stesso_giorno", testo, PARTITO, "giorno")


def _motivo(variazione: Variazione, verbo: str) -> Iterator[Violazione]:
    if not variazione.motivo.strip():
        testo = f"Scrivi perché si {verbo}: lo si legge nell’avviso."
        yield Violazione("senza_motivo", testo, PARTITO, "motivo")
