"""What may be shown on the wall of the room: counts, titles, outcomes; no names."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from organi_collegiali.enums import EsitoPunto, StatoSeduta, StatoVotazione
from organi_collegiali.models import Punto, Seduta
from organi_collegiali.queries.aula import ordine
from organi_collegiali.queries.presenze import presenze
from organi_collegiali.queries.regole import regole

RISERVATA = "Seduta riservata"
DI_PERSONE = "Argomento che riguarda persone: a porte chiuse"


@dataclass(frozen=True)
class PuntoInSala:
    """An item as everybody in the room may read it."""

    numero: int
    titolo: str
    glifo: str
    esito: str
    in_discussione: bool


@dataclass(frozen=True)
class Proiezione:
    """The wall: what is under discussion, how many are in, how the last vote went."""

    presenti: int
    in_carica: int
    numero_legale: int
    valida: bool
    corrente: PuntoInSala | None
    punti: tuple[PuntoInSala, ...]
    si_vota: bool
    stato: str

    @property
    def finita(self) -> bool:
        return self.stato in (StatoSeduta.CHIUSA, StatoSeduta.DESERTA)


def proiezione(seduta: Seduta, adesso: datetime) -> Proiezione:
    """The wall of a sitting. Seven queries."""
    chi = presenze(seduta)
    giudizio = chi.giudizio(regole(seduta.organo, timezone.localdate(adesso)), adesso)
    righe = ordine.punti(seduta)
    punti = tuple(_in_sala(seduta, riga) for riga in righe)
    return Proiezione(
        presenti=len(chi.votanti(adesso)),
        in_carica=chi.in_carica,
        numero_legale=giudizio.numero_legale,
        valida=giudizio.valida,
        corrente=next((punto for punto in punti if punto.in_discussione), None),
        punti=punti,
        si_vota=any(v.stato == StatoVotazione.APERTA for riga in righe for v in riga.votazioni),
        stato=seduta.stato,
    )


def titolo_in_sala(seduta: Seduta, punto: Punto) -> str:
    """What may be read of an item: nothing that tells of whom it speaks."""
    if seduta.riservata or punto.riservato:
        return RISERVATA if seduta.riservata else DI_PERSONE
    if punto.su_persone:
        return punto.titolo_pubblico or DI_PERSONE
    return punto.titolo


def _in_sala(seduta: Seduta, riga: ordine.RigaPunto) -> PuntoInSala:
    punto = riga.punto
    chiuso = seduta.riservata or riga.a_porte_chiuse
    esito = EsitoPunto(punto.esito).etichetta if punto.esito else ""
    return PuntoInSala(
        punto.ordine,
        titolo_in_sala(seduta, punto),
        riga.glifo,
        "concluso" if chiuso and esito else _esito(riga, esito),
        riga.in_discussione,
    )


def _esito(riga: ordine.RigaPunto, esito: str) -> str:
    """The outcome with the figures of its vote: in a secret one too, they say no names."""
    proclamati = [voto for voto in riga.in_vista if voto.stato == StatoVotazione.PROCLAMATA]
    return proclamati[-1].in_breve if proclamati else esito
