"""The room in which an item is voted: who votes, and by which rules."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from cpia.norme.enums import BaseMaggioranza, FormaVoto, MisuraNonAmmissione, Organo
from cpia.norme.queries import parametri
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import FormaVotazione, ModoVotazione, NaturaPunto, TipoOrgano
from organi_collegiali.models import Convocato, Punto, Votante, Votazione, VotoPalese
from organi_collegiali.queries.presenze import Presenze, interessati, presenze
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.caso import RegoleDelPunto
from organi_collegiali.rules.voto.esito_voto import AltraRegola
from organi_collegiali.rules.voto.non_ammissione import unanimita_dovuta
from organi_collegiali.rules.voto.votazione import RegoleDelVoto

NEL: Final = {
    Organo.COLLEGIO_DOCENTI: "Nel Collegio dei docenti",
    Organo.CONSIGLIO_ISTITUTO: "Nel Consiglio d’istituto",
    Organo.GIUNTA_ESECUTIVA: "Nella Giunta esecutiva",
    Organo.CONSIGLIO_CLASSE: "Nel consiglio di classe",
    Organo.COMITATO_VALUTAZIONE: "Nel Comitato di valutazione",
    Organo.ORGANO_GARANZIA: "Nell’Organo di garanzia",
    Organo.COMMISSIONE_PFI: "Nella Commissione per il patto formativo",
    Organo.COMMISSIONE_AVVISO: "Nella commissione di una selezione",
}


@dataclass(frozen=True)
class Sala:
    """Who sits, who is out of the item for an interest, and what the regulation says."""

    punto: Punto
    regole: RegoleOrgano
    altre: tuple[AltraRegola, ...]
    presenze: Presenze
    fuori: frozenset[int]

    def votanti(self, quando: datetime) -> list[Convocato]:
        """The members with a vote who are in, without those who have an interest."""
        return self.presenze.votanti(quando, self.fuori)

    def giudizio(self, quando: datetime) -> GiudizioPresenze:
        """Whether there is the legal number to vote on the item."""
        return self.presenze.giudizio(self.regole, quando, self.fuori)

    def regole_del_voto(self, forma: FormaVotazione) -> RegoleDelPunto:
        """What governs a vote of this form on the item."""
        voto = self.regole.del_voto(forma)
        base, quota = self.regole.modifica_regolamento
        aggiunta, aggiunta_quota = self.regole.aggiunta
        altre = tuple(altra for altra in self.altre if altra.base is not voto.base.valore)
        return RegoleDelPunto(
            voto, RegoleDelVoto(base, voto.parita), quota, aggiunta, aggiunta_quota, altre,
            self._unanimita(),
        )  # fmt: skip

    def _unanimita(self) -> Valore[MisuraNonAmmissione] | None:
        """The rule by which only all the teachers together do not admit a pupil, if it is that."""
        if self.punto.natura != NaturaPunto.NON_AMMISSIONE or not self.di_classe:
            return None
        organo = self.punto.seduta.organo
        return unanimita_dovuta(TipoOrgano(organo.tipo), self.regole.non_ammissione)

    @property
    def di_classe(self) -> bool:
        return bool(self.punto.seduta.organo.norma == Organo.CONSIGLIO_CLASSE)

    @property
    def voto_su_persone(self) -> Valore[FormaVoto]:
        """Open or secret on questions of persons, by who sits."""
        return self.regole.voto_su_persone(self.punto.seduta.platea)


def sala(punto: Punto) -> Sala:
    """The room of an item, whose sitting and organ are loaded. Four queries."""
    seduta = punto.seduta
    giorno = timezone.localdate(seduta.aperta_il or seduta.inizio_previsto)
    regole, altre = _regole(seduta.organo.norma, seduta.istituto_id, giorno)
    return Sala(punto, regole, altre, presenze(seduta), interessati(punto))


def _regole(
    norma: str, istituto_id: int, giorno: date
) -> tuple[RegoleOrgano, tuple[AltraRegola, ...]]:
    """The rules of an organ, and how the other organs of the school count the majority."""
    valori = parametri(istituto_id, "organi.", giorno)
    altre: dict[BaseMaggioranza, AltraRegola] = {}
    for organo in Organo:
        preso = valori[f"organi.{organo}.maggioranza.base"]
        base = BaseMaggioranza(str(preso.valore))
        if organo != norma and base is not BaseMaggioranza.COMPONENTI:
            # The act that adopted the regulation, in brackets, is in the full source.
            articolo = preso.fonte.split(" (")[0]
            dove = f"{NEL[organo]} di questo istituto, che conta {_su(base)} ({articolo}),"
            altre.setdefault(base, AltraRegola(base, dove, preso.fonte))
    for base in (BaseMaggioranza.VOTI_VALIDI, BaseMaggioranza.PRESENTI):
        altre.setdefault(base, AltraRegola(base, f"Se si contasse {_su(base)},", ""))
    return RegoleOrgano(norma, valori), tuple(altre.values())


def _su(base: BaseMaggioranza) -> str:
    return "sui presenti" if base is BaseMaggioranza.PRESENTI else "sui voti favorevoli e contrari"


# Who votes


def votanti_di(votazione: Votazione, sala: Sala, quando: datetime) -> list[Convocato]:
    """Who was in when the vote began and is still, or has already voted. One query at most.

    Who comes in later does not vote: a vote that has begun is not reopened for them.
    """
    all_apertura = sala.votanti(votazione.aperta_il)
    ancora = sala.presenze.dentro(quando) | hanno_votato(votazione)
    return [convocato for convocato in all_apertura if convocato.pk in ancora]


def hanno_votato(votazione: Votazione) -> frozenset[int]:
    """The ids of the convened who have voted by name or put a ballot in the box. One query."""
    if votazione.modo == ModoVotazione.ALZATA:
        return frozenset()
    righe = VotoPalese if votazione.modo == ModoVotazione.NOMINALE else Votante
    voti = righe.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione)
    return frozenset(voti.values_list("convocato_id", flat=True))
