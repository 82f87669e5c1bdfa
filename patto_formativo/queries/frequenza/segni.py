"""The last sign of each person: a lesson, a meeting, a word, a signature."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from patto_formativo.enums import MezzoSegno
from patto_formativo.models import (
    Corsista,
    FirmaPatto,
    Presenza,
    PresenzaIncontro,
    RichiestaModifica,
    Segno,
)
from patto_formativo.rules.firme import Parte

ISCRITTO, NEL_GRUPPO = "si è iscritto", "è entrato nel gruppo"
A_LEZIONE, ALL_INCONTRO = "a lezione", "a un incontro"
HA_FIRMATO, HA_CHIESTO = "ha firmato il patto", "ha chiesto una modifica"


@dataclass(frozen=True, slots=True)
class Ultimo:
    """The last sign: the day, and what it was."""

    giorno: date
    come: str


def ultimi_segni(
    istituto_id: int, persone: Mapping[int, Corsista], entrati: Mapping[int, date], oggi: date
) -> dict[int, Ultimo]:
    """The last sign of each; whoever has just come into the first group has just begun.

    ``entrati`` is that day. Five queries.
    """
    ultimi = {pk: Ultimo(corsista.iscritto_il, ISCRITTO) for pk, corsista in persone.items()}
    nel_gruppo = ((chi, giorno, NEL_GRUPPO) for chi, giorno in entrati.items())
    for chi, giorno, come in (*nel_gruppo, *_giorni(istituto_id, list(persone), oggi)):
        if ultimi[chi].giorno < giorno <= oggi:
            ultimi[chi] = Ultimo(giorno, come)
    return ultimi


def _giorni(istituto_id: int, corsisti: list[int], oggi: date) -> Iterable[tuple[int, date, str]]:
    """Attendance and communications, one query for each kind."""
    di, sue = Q(istituto_id=istituto_id), Q(corsista__in=corsisti)
    presenze = Presenza.objects.filter(di, sue, ore__gt=0, lezione__giorno__lte=oggi)
    yield from _con(presenze, "corsista_id", "lezione__giorno", A_LEZIONE)
    incontri = PresenzaIncontro.objects.filter(di, sue, incontro__giorno__lte=oggi)
    yield from _con(incontri, "corsista_id", "incontro__giorno", ALL_INCONTRO)
    segni = Segno.objects.filter(di, sue)
    for chi, giorno, mezzo in segni.values_list("corsista_id", "giorno", "mezzo"):
        yield chi, giorno, MezzoSegno(mezzo).etichetta
    chi_studia, del_patto = "versione__patto__corsista", Q(versione__patto__corsista__in=corsisti)
    firme = FirmaPatto.objects.filter(di, del_patto).exclude(parte=Parte.SCUOLA)
    yield from _con(firme, chi_studia, "firmata_il", HA_FIRMATO, timezone.localdate)
    # What the tutor asks to be changed is no word of who learns.
    richieste = RichiestaModifica.objects.filter(di, del_patto, chiede=F(f"{chi_studia}__persona"))
    yield from _con(richieste, chi_studia, "chiesta_il", HA_CHIESTO, timezone.localdate)


def _stesso(giorno: date) -> date:
    return giorno


def _con(
    righe: QuerySet[Any], chi: str, giorno: str, come: str,
    in_giorno: Callable[[Any], date] = _stesso,
) -> Iterable[tuple[int, date, str]]:  # fmt: skip
    # The last of each is found by PostgreSQL: a year has a hundred lessons for every person.
    for corsista, quando in righe.order_by().values_list(chi).annotate(Max(giorno)):
        yield corsista, in_giorno(quando), come
