"""What a member sees from the own place: presence, the vote, the agenda with what was decided."""

from dataclasses import dataclass
from datetime import datetime

from organi_collegiali.enums import (
    EsitoPunto,
    StatoSeduta,
    StatoVotazione,
)
from organi_collegiali.models import Convocato, Intervento, Punto, Votazione
from organi_collegiali.queries.aula.ordine import RigaPunto, VotoInVista, punti
from organi_collegiali.queries.in_voto import InVoto, in_voto
from organi_collegiali.queries.voto.sala import Sala, sala
from organi_collegiali.rules.aula.quorum import GiudizioPresenze


@dataclass(frozen=True)
class Voce:
    """An item of the agenda as a member reads it: only the votes that were proclaimed."""

    riga: RigaPunto
    voti: tuple[tuple[Votazione, VotoInVista], ...]


@dataclass(frozen=True)
class Posto:
    """The place of a member at a sitting."""

    convocato: Convocato
    adesso: datetime
    stanza: Sala | None
    giudizio: GiudizioPresenze | None
    presenti: int
    in_carica: int
    dal: datetime | None
    uscito: datetime | None
    righe: tuple[RigaPunto, ...]
    in_voto: InVoto | None
    chiusa: Votazione | None
    intervento: Intervento | None

    @property
    def in_corso(self) -> bool:
        return bool(self.convocato.seduta.stato == StatoSeduta.IN_CORSO)

    @property
    def aperta(self) -> bool:
        return self.convocato.seduta.stato in (StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)

    @property
    def corrente(self) -> Punto | None:
        """The item under discussion."""
        return next((riga.punto for riga in self.righe if riga.in_discussione), None)

    @property
    def dettabile(self) -> Punto | None:
        """The item on which a statement may be dictated: the one under way, else the last one."""
        trattati = [riga.punto for riga in self.righe if riga.punto.iniziato_il]
        ultimo = max(trattati, key=lambda p: p.iniziato_il, default=None)  # type: ignore[arg-type, return-value]
        return self.corrente or ultimo

    @property
    def agenda(self) -> list[Voce]:
        return [_voce(riga) for riga in self.righe]

    @property
    def deciso(self) -> list[RigaPunto]:
        """What was deliberated."""
        return [riga for riga in self.righe if riga.punto.esito == EsitoPunto.DELIBERATO]


def posto(convocato: Convocato, adesso: datetime) -> Posto:
    """The place of a convened, whose sitting and organ are loaded. A fixed number of queries."""
    seduta = convocato.seduta
    righe = tuple(punti(seduta))
    votazioni = [votazione for riga in righe for votazione in riga.votazioni]
    aperta = next((v for v in votazioni if v.stato == StatoVotazione.APERTA), None)
    chiusa = next((v for v in votazioni if v.stato == StatoVotazione.CHIUSA), None)
    in_vista = aperta.punto if aperta else _in_vista(righe)
    stanza = None
    if in_vista is not None:
        in_vista.seduta = seduta
        stanza = sala(in_vista)
    mossi = [m for m in stanza.presenze.movimenti if m.componente == convocato.pk] if stanza else []
    ultimo = max(mossi, key=lambda m: m.quando, default=None)
    return Posto(
        convocato=convocato,
        adesso=adesso,
        stanza=stanza,
        giudizio=stanza.giudizio(adesso) if stanza else None,
        presenti=len(stanza.presenze.votanti(adesso)) if stanza else 0,
        in_carica=stanza.presenze.in_carica if stanza else 0,
        dal=ultimo.quando if ultimo and ultimo.entra else None,
        uscito=ultimo.quando if ultimo and not ultimo.entra else None,
        righe=righe,
        in_voto=in_voto(aperta, stanza, convocato, adesso) if aperta and stanza else None,
        chiusa=chiusa,
        intervento=_intervento(convocato),
    )


def _voce(riga: RigaPunto) -> Voce:
    valide = [v for v in riga.votazioni if v.stato != StatoVotazione.ANNULLATA]
    voti = zip(valide, riga.in_vista, strict=True)
    return Voce(riga, tuple(c for c in voti if c[0].stato == StatoVotazione.PROCLAMATA))


def _in_vista(righe: tuple[RigaPunto, ...]) -> Punto | None:
    corrente = next((riga.punto for riga in righe if riga.in_discussione), None)
    return corrente or next((riga.punto for riga in righe), None)


def _intervento(convocato: Convocato) -> Intervento | None:
    """The request of the word that is still waiting."""
    return (
        Intervento.objects.filter(
            istituto_id=convocato.istituto_id,
            convocato=convocato,
            dato_il__isnull=True,
            ritirato_il__isnull=True,
            punto__esito="",
        )
        .order_by("chiesto_il")
        .first()
    )
