"""Who sits now, who may vote, whether there is the legal number."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Convocato, Interesse, Movimento, Punto, Seduta
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.aula import presenze as rules
from organi_collegiali.rules.aula.quorum import GiudizioPresenze, giudica_presenze


@dataclass(frozen=True)
class Presenze:
    """The members of a sitting and their comings and goings."""

    seduta: Seduta
    convocati: tuple[Convocato, ...]
    movimenti: tuple[rules.Movimento[int], ...]

    @property
    def con_voto(self) -> tuple[Convocato, ...]:
        """The members with a vote: until it opens, those still in office on the day."""
        return tuple(c for c in self.convocati if c.con_voto and not self.cessato(c))

    def cessato(self, convocato: Convocato) -> bool:
        """Whether the mandate of a member ended between the notice and the sitting."""
        inizio = self.seduta.inizio_previsto
        if self.seduta.stato != StatoSeduta.CONVOCATA or not inizio or convocato.mandato is None:
            return False
        return not convocato.mandato.in_carica(timezone.localdate(inizio))

    @property
    def in_carica(self) -> int:
        """The members in office: fixed at the opening, before it those who are convened."""
        return self.seduta.in_carica or len(self.con_voto)

    def dentro(self, quando: datetime, interessati: Collection[int] = ()) -> frozenset[int]:
        """The ids of the convened who are in at an instant, with and without vote."""
        return rules.presenti(self.movimenti, quando, interessati=interessati)

    def votanti(self, quando: datetime, interessati: Collection[int] = ()) -> list[Convocato]:
        """The members with a vote who are in at an instant."""
        dentro = self.dentro(quando, interessati)
        return [c for c in self.con_voto if c.pk in dentro]

    def giudizio(
        self, regole: RegoleOrgano, quando: datetime, interessati: Collection[int] = ()
    ) -> GiudizioPresenze:
        """Whether the sitting is valid at an instant, for an item if somebody is out of it."""
        return giudica_presenze(
            self.in_carica,
            len(self.votanti(quando, interessati)),
            regola=regole.quorum(self.seduta.platea),
            minimo=regole.quorum_minimo,
        )

    def andamento(self) -> tuple[rules.Gradino, ...]:
        """How many with a vote are present from each instant at which the number changes."""
        votano = {c.pk for c in self.con_voto}
        return rules.andamento([m for m in self.movimenti if m.componente in votano])


def presenze(seduta: Seduta) -> Presenze:
    """Who is convened to a sitting and who came in and went out. Two queries."""
    convocati = Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    movimenti = Movimento.objects.filter(
        istituto_id=seduta.istituto_id, convocato__seduta=seduta
    ).order_by("quando", "id")
    return Presenze(
        seduta,
        tuple(convocati.select_related("persona", "mandato")),
        tuple(rules.Movimento(m.convocato_id, m.quando, m.entra) for m in movimenti),
    )


def in_aula(convocato: Convocato, quando: datetime) -> bool:
    """Whether somebody is in the room at an instant. Two queries."""
    return convocato.pk in presenze(convocato.seduta).dentro(quando)


def interessati(punto: Punto) -> frozenset[int]:
    """The ids of the convened who have an interest in an item. One query."""
    righe = Interesse.objects.filter(istituto_id=punto.istituto_id, punto=punto)
    return frozenset(righe.values_list("convocato_id", flat=True))
