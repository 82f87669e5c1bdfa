"""The agenda as it goes: outcomes, votes with the figure that was needed, deliberations."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from organi_collegiali.enums import (
    EsitoPunto,
    GenereVotazione,
    NaturaPunto,
    OriginePunto,
    StatoVotazione,
)
from organi_collegiali.models import Allegato, Delibera, Punto, Seduta, Votazione
from organi_collegiali.rules.aula.trattazione import Trattato, VotoSulPunto
from organi_collegiali.rules.voto.voto_in_breve import Esito, in_breve

DAI_VOTI = (EsitoPunto.DELIBERATO, EsitoPunto.NON_APPROVATO, EsitoPunto.NON_AMMESSO)

GLIFI = {
    EsitoPunto.NON_APPROVATO: "manca",
    EsitoPunto.NON_AMMESSO: "manca",
    EsitoPunto.RINVIATO: "avanti",
    EsitoPunto.RITIRATO: "avanti",
}


@dataclass(frozen=True)
class VotoInVista:
    """A vote in one line: being voted, to be proclaimed, or how it went."""

    stato: str
    approvata: bool
    in_breve: str


@dataclass(frozen=True)
class RigaPunto:
    """An item with its votes and its deliberations."""

    punto: Punto
    votazioni: tuple[Votazione, ...] = ()
    delibere: tuple[Delibera, ...] = ()

    @property
    def in_discussione(self) -> bool:
        return self.punto.iniziato_il is not None and not self.punto.esito

    @property
    def glifo(self) -> str:
        if self.punto.esito:
            return GLIFI.get(EsitoPunto(self.punto.esito), "fatto")
        return "in-corso" if self.in_discussione else "da-fare"

    @property
    def a_porte_chiuse(self) -> bool:
        return self.punto.su_persone or self.punto.riservato

    @property
    def in_vista(self) -> list[VotoInVista]:
        """The votes to be shown: not those annulled."""
        numeri = {delibera.votazione_id: delibera.numero for delibera in self.delibere}
        return [
            VotoInVista(v.stato, bool(v.approvata), _in_breve(v, numeri.get(v.pk)))
            for v in self.votazioni
            if v.stato != StatoVotazione.ANNULLATA
        ]

    @property
    def detto_dai_voti(self) -> bool:
        """Whether the outcome is already in the line of a vote."""
        votato = any(v.stato == StatoVotazione.PROCLAMATA for v in self.votazioni)
        return votato and self.punto.esito in DAI_VOTI

    @property
    def trattato(self) -> Trattato:
        return trattato(self.punto, self.votazioni)


def _in_breve(votazione: Votazione, numero: int | None) -> str:
    return in_breve(
        Esito(
            genere=GenereVotazione(votazione.genere),
            approvata=bool(votazione.approvata),
            presenti=votazione.presenti,
            favorevoli=votazione.favorevoli or 0,
            contrari=votazione.contrari or 0,
            astenuti=votazione.astenuti or 0,
            necessari=votazione.necessari or 0,
            numero=numero,
        )
    )


def trattato(punto: Punto, votazioni: Sequence[Votazione]) -> Trattato:
    """An item as the rules on the order of the works take it."""
    return Trattato(
        numero=punto.ordine,
        titolo=punto.titolo,
        natura=NaturaPunto(punto.natura),
        esito=punto.esito,
        iniziato=punto.iniziato_il is not None,
        ammesso=_ammesso(punto, votazioni),
        votazioni=tuple(
            VotoSulPunto(GenereVotazione(v.genere), StatoVotazione(v.stato), v.approvata)
            for v in votazioni
        ),
    )


def _ammesso(punto: Punto, votazioni: Sequence[Votazione]) -> bool:
    """Whether an item was on the agenda, or the sitting has voted to add it."""
    return punto.origine != OriginePunto.IN_SEDUTA or any(
        v.genere == GenereVotazione.AMMISSIONE
        and v.stato == StatoVotazione.PROCLAMATA
        and v.approvata
        for v in votazioni
    )


def punti(seduta: Seduta) -> list[RigaPunto]:
    """The items of a sitting with attachments, votes and deliberations. Four queries."""
    dell_istituto = {"istituto_id": seduta.istituto_id}
    allegati = Prefetch("allegati", Allegato.objects.filter(**dell_istituto))
    righe = list(Punto.objects.filter(seduta=seduta, **dell_istituto).prefetch_related(allegati))
    for punto in righe:
        punto.seduta = seduta
    votazioni: dict[int, list[Votazione]] = defaultdict(list)
    for votazione in Votazione.objects.filter(punto__seduta=seduta, **dell_istituto):
        votazioni[votazione.punto_id].append(votazione)
    delibere: dict[int | None, list[Delibera]] = defaultdict(list)
    for delibera in Delibera.objects.filter(seduta=seduta, **dell_istituto).order_by("numero"):
        delibere[delibera.punto_id].append(delibera)
    return [
        RigaPunto(punto, tuple(votazioni[punto.pk]), tuple(delibere[punto.pk])) for punto in righe
    ]


def trattati(seduta: Seduta) -> list[tuple[Punto, Trattato]]:
    """The same for an act: the items with what was put to the vote on each. Two queries."""
    dell_istituto = {"istituto_id": seduta.istituto_id}
    votazioni: dict[int, list[Votazione]] = defaultdict(list)
    for votazione in Votazione.objects.filter(punto__seduta=seduta, **dell_istituto):
        votazioni[votazione.punto_id].append(votazione)
    righe = Punto.objects.filter(seduta=seduta, **dell_istituto)
    return [(punto, trattato(punto, votazioni[punto.pk])) for punto in righe]
