"""What the vote panel shows for an item: what may be voted, what is being voted, the result."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    StatoSeduta,
    StatoVotazione,
)
from organi_collegiali.models import Convocato, Delibera, Proposta, Punto, Votazione, VotoPalese
from organi_collegiali.queries.numeri import DELIBERE, prossimo_previsto, serie_di
from organi_collegiali.queries.voto import voto
from organi_collegiali.queries.voto.sala import Sala, hanno_votato, sala, votanti_di
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.caso import GiudizioDelVoto
from organi_collegiali.rules.voto.apertura_voto import FRA_PROPOSTE, SULLA_SEDUTA, forma_dovuta
from organi_collegiali.rules.voto.occorre import occorre


@dataclass(frozen=True)
class Pannello:
    """The vote of an item, as who runs the sitting sees it.

    ``altrove`` is a vote on another item that is not over yet; ``ultima`` the last proclaimed.
    """

    punto: Punto
    stanza: Sala
    giudizio: GiudizioPresenze
    votazione: Votazione | None
    altrove: Votazione | None
    ultima: Votazione | None
    votanti: tuple[Convocato, ...]
    hanno: frozenset[int]
    proposte: tuple[Proposta, ...]
    nomi: dict[int, VotoPalese]
    esito: GiudizioDelVoto | None
    prossima: int
    delibera: Delibera | None

    @property
    def stato(self) -> str:
        """Which face: the state of the vote, else ``conclusa``, ``senza_voto``, ``nuova``…"""
        if self.votazione:
            return str(self.votazione.stato)
        if self.punto.esito:
            return "conclusa"
        if not NaturaPunto(self.punto.natura).si_vota:
            return "senza_voto"
        return "nuova" if self.in_corso else "ferma"

    @property
    def in_corso(self) -> bool:
        return bool(self.punto.seduta.stato == StatoSeduta.IN_CORSO)

    @property
    def dovuta(self) -> Valore[FormaVotazione] | None:
        """The form that the vote must have, with its source; None where one may choose."""
        return forma_dovuta(
            GenereVotazione.PROPOSTA,
            self.stanza.voto_su_persone,
            riguarda_persone=self.punto.su_persone or self.elezione,
        )

    @property
    def occorre(self) -> Motivo | None:
        """How many votes the item asks for, where it is not an ordinary vote."""
        if self.votazione and self.votazione.genere != GenereVotazione.PROPOSTA:
            return None
        return occorre(
            NaturaPunto(self.punto.natura),
            self.stanza.regole_del_voto(FormaVotazione.PALESE),
            presenti=self.quanti,
            in_carica=self.stanza.presenze.in_carica,
        )

    @property
    def elezione(self) -> bool:
        return bool(self.punto.natura == NaturaPunto.ELEZIONE)

    @property
    def astensione(self) -> Valore[bool]:
        return self.stanza.regole.astensione(self.punto.seduta.platea)

    @property
    def fra_proposte(self) -> bool:
        return bool(self.votazione and self.votazione.genere in FRA_PROPOSTE)

    @property
    def mancano(self) -> list[Convocato]:
        """Who has not voted yet."""
        return [convocato for convocato in self.votanti if convocato.pk not in self.hanno]

    @property
    def quanti(self) -> int:
        return len(self.votanti)

    @property
    def delibererebbe(self) -> bool:
        """Whether proclaiming takes a number."""
        votazione = self.votazione
        return bool(
            votazione
            and votazione.approvata
            and votazione.genere not in (*SULLA_SEDUTA, GenereVotazione.EMENDAMENTO)
            and votazione.genere != GenereVotazione.ELEZIONE
        )

    @property
    def ballottaggio(self) -> list[Proposta]:
        """The proposals to be voted again, of a vote that was proclaimed without a winner."""
        if self.esito is None or self.ultima is None or self.punto.esito:
            return []
        return [p for p in self.proposte if p.pk in self.esito.ballottaggio]


def pannello(punto: Punto, adesso: datetime) -> Pannello:
    """The panel of an item, whose sitting and organ are loaded. A fixed number of queries."""
    stanza = sala(punto)
    aperta = voto.in_corso(punto)
    qui = aperta if aperta and aperta.punto_id == punto.pk else None
    ultima = None if qui else _ultima(punto)
    mostrata = qui or ultima
    if mostrata:
        mostrata.punto = punto
    return Pannello(
        punto=punto,
        stanza=stanza,
        giudizio=stanza.giudizio(adesso),
        votazione=qui,
        altrove=None if qui else aperta,
        ultima=ultima,
        votanti=_votanti(qui, stanza, adesso),
        hanno=hanno_votato(qui) if qui else frozenset(),
        proposte=tuple(mostrata.proposte.select_related("persona")) if mostrata else (),
        nomi=_nomi(mostrata),
        esito=esito_di(mostrata, stanza) if mostrata else None,
        prossima=_prossima(punto, stanza, timezone.localdate(adesso)),
        delibera=Delibera.objects.filter(
            istituto_id=punto.istituto_id, votazione=ultima
        ).first() if ultima else None,
    )  # fmt: skip


def esito_di(votazione: Votazione, stanza: Sala | None = None) -> GiudizioDelVoto | None:
    """The result in words of a vote that is closed; None before."""
    if votazione.chiusa_il is None or votazione.favorevoli is None:
        return None
    vinta = votazione.proposte.filter(vince=True).values_list("pk", flat=True).first()
    return voto.giudica(votazione, voto.cifre_di(votazione), presidente_per=vinta, stanza=stanza)


def _votanti(qui: Votazione | None, stanza: Sala, adesso: datetime) -> tuple[Convocato, ...]:
    if qui is None:
        return tuple(stanza.votanti(adesso))
    return tuple(votanti_di(qui, stanza, qui.chiusa_il or adesso))


def _ultima(punto: Punto) -> Votazione | None:
    return (
        Votazione.objects.filter(
            istituto_id=punto.istituto_id, punto=punto, stato=StatoVotazione.PROCLAMATA
        )
        .select_related("segue")
        .order_by("proclamata_il", "id")
        .last()
    )


def _nomi(votazione: Votazione | None) -> dict[int, VotoPalese]:
    """The choices that are written with a name; nobody sees them while the vote is open."""
    if votazione is None or votazione.forma != FormaVotazione.PALESE:
        return {}
    if votazione.stato == StatoVotazione.APERTA and votazione.modo != ModoVotazione.ALZATA:
        return {}
    return {riga.convocato_id: riga for riga in voto.voti_palesi(votazione)}


def _prossima(punto: Punto, stanza: Sala, oggi: date) -> int:
    organo = punto.seduta.organo
    serie = serie_di(organo, DELIBERE, oggi, stanza.regole)
    return prossimo_previsto(organo, DELIBERE, serie)
