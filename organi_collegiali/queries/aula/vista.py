"""The item on the screen of the room."""

from dataclasses import dataclass
from datetime import datetime

from organi_collegiali.enums import EsitoPunto, NaturaPunto
from organi_collegiali.models import Dichiarazione, Interesse, Intervento, Punto
from organi_collegiali.queries.aula import ordine
from organi_collegiali.queries.presenze import Presenze
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.aula.trattazione import esiti_possibili


@dataclass(frozen=True)
class InVista:
    """The item on the screen: who is out of it, who asks for the word, what was dictated.

    ``dentro`` are the ids of the convened who are in the room.
    """

    riga: ordine.RigaPunto
    interessi: tuple[Interesse, ...]
    interventi: tuple[Intervento, ...]
    dichiarazioni: tuple[Dichiarazione, ...]
    giudizio: GiudizioPresenze
    presenti: int
    dentro: frozenset[int]

    @property
    def punto(self) -> Punto:
        return self.riga.punto

    @property
    def interessati(self) -> frozenset[int]:
        return frozenset(interesse.convocato_id for interesse in self.interessi)

    @property
    def in_attesa(self) -> list[Intervento]:
        return [intervento for intervento in self.interventi if intervento.dato_il is None]

    @property
    def sul_punto(self) -> str:
        """Whether those who count on this item are enough."""
        return self.giudizio.perche[-1].testo

    @property
    def si_vota(self) -> bool:
        """«Varie ed eventuali» and communications never are."""
        return NaturaPunto(self.riga.punto.natura).si_vota

    @property
    def mostra_voto(self) -> bool:
        """While it is under discussion, and afterwards what was voted."""
        return self.si_vota and (self.riga.in_discussione or bool(self.riga.in_vista))

    @property
    def chiede_voto(self) -> bool:
        """Whether it is still to be voted: then to end it without a vote is the exception."""
        return self.si_vota and not self.riga.in_vista

    @property
    def esiti(self) -> tuple[EsitoPunto, ...]:
        return esiti_possibili(self.riga.trattato)


def in_vista(
    riga: ordine.RigaPunto, presenti: Presenze, regola: RegoleOrgano, adesso: datetime
) -> InVista:
    """An item with what happens on it. Three queries."""
    del_punto = {"istituto_id": riga.punto.istituto_id, "punto": riga.punto}
    interessi = tuple(
        Interesse.objects.filter(**del_punto)
        .select_related("convocato__persona")
        .order_by("dichiarato_il", "id")
    )
    fuori = frozenset(interesse.convocato_id for interesse in interessi)
    return InVista(
        riga,
        interessi,
        tuple(
            Intervento.objects.filter(ritirato_il__isnull=True, **del_punto).select_related(
                "convocato__persona"
            )
        ),
        tuple(Dichiarazione.objects.filter(**del_punto).select_related("persona", "scritta_da")),
        presenti.giudizio(regola, adesso, fuori),
        len(presenti.votanti(adesso, fuori)),
        presenti.dentro(adesso),
    )
