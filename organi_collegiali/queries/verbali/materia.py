"""All that was recorded of a sitting, as its minutes need it. A fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Prefetch

from organi_collegiali.enums import OriginePunto, Presenza, StatoVotazione
from organi_collegiali.models import (
    AllegatoVerbale,
    Avviso,
    Convocato,
    Delibera,
    Dichiarazione,
    Dissenso,
    Interesse,
    Movimento,
    Punto,
    Seduta,
    Sospensione,
    Verbale,
    Votazione,
)
from organi_collegiali.queries.invio.supplenti import sostituiti

R = TypeVar("R")


@dataclass(frozen=True)
class Materia:
    """A sitting with its items, its members and what hangs on them."""

    verbale: Verbale
    seduta: Seduta
    punti: tuple[Punto, ...]
    convocati: tuple[Convocato, ...]
    movimenti: tuple[Movimento, ...]
    sospensioni: tuple[Sospensione, ...]
    allegati: tuple[AllegatoVerbale, ...]
    avviso: Avviso | None

    @property
    def con_voto(self) -> tuple[Convocato, ...]:
        return tuple(c for c in self.convocati if c.con_voto)

    def assenti(self, quali: Presenza) -> list[Convocato]:
        """The members who did not answer the roll call, of one kind: also who was replaced."""
        attesi = {c.pk for c in self.con_voto} | sostituiti(self.convocati)
        return [c for c in self.convocati if c.pk in attesi and c.presenza == quali]

    @property
    def all_appello(self) -> list[Convocato]:
        """The members with a vote who answered the roll call."""
        return [c for c in self.con_voto if c.presenza == Presenza.PRESENTE]

    @property
    def convocati_i_punti(self) -> list[Punto]:
        """The items of the agenda as it was sent."""
        return [p for p in self.punti if p.origine != OriginePunto.IN_SEDUTA]

    @property
    def aggiunti(self) -> list[Punto]:
        """The items that came up at the sitting."""
        return [p for p in self.punti if p.origine == OriginePunto.IN_SEDUTA]

    def dopo_l_appello(self) -> list[Movimento]:
        """Who came in later and who went out, in order: the roll call is the first coming in."""
        visti: set[int] = set()
        righe = []
        for movimento in self.movimenti:
            primo = movimento.convocato_id not in visti
            visti.add(movimento.convocato_id)
            if not (primo and self._all_appello(movimento)):
                righe.append(movimento)
        return righe

    def _all_appello(self, movimento: Movimento) -> bool:
        presente = movimento.convocato.presenza == Presenza.PRESENTE
        return movimento.entra and (presente or movimento.quando == self.seduta.aperta_il)


def materia(verbale: Verbale) -> Materia:
    """All of a sitting. Fifteen queries at most, however much was said."""
    seduta = verbale.seduta
    di_seduta = {"istituto_id": verbale.istituto_id, "seduta": seduta}
    return Materia(
        verbale,
        seduta,
        _punti(seduta),
        tuple(Convocato.objects.filter(**di_seduta).select_related("persona", "mandato")),
        tuple(
            Movimento.objects.filter(
                istituto_id=verbale.istituto_id, convocato__seduta=seduta
            ).select_related("convocato__persona")
        ),
        tuple(Sospensione.objects.filter(**di_seduta)),
        tuple(AllegatoVerbale.objects.filter(istituto_id=verbale.istituto_id, verbale=verbale)),
        Avviso.objects.filter(**di_seduta, inviato_il__isnull=False)
        .select_related("protocollo")
        .order_by("inviato_il", "id")
        .first(),
    )


def _punti(seduta: Seduta) -> tuple[Punto, ...]:
    punti = Punto.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta).order_by("ordine")
    dissensi = Dissenso.objects.select_related("convocato__persona")
    votazioni = (
        Votazione.objects.exclude(stato=StatoVotazione.APERTA)
        .order_by("aperta_il", "id")
        .prefetch_related("proposte")
    )
    return tuple(
        punti.prefetch_related(
            Prefetch("dichiarazioni", Dichiarazione.objects.select_related("persona")),
            Prefetch("interessi", Interesse.objects.select_related("convocato__persona")),
            Prefetch("votazioni", votazioni),
            Prefetch(
                "delibere",
                Delibera.objects.order_by("numero").prefetch_related(
                    Prefetch("dissensi", dissensi)
                ),
            ),
        )
    )


def per_componente(convocati: Iterable[Convocato]) -> list[tuple[str, list[Convocato]]]:
    """The members by component, in the order of the components."""
    gruppi: dict[str, list[Convocato]] = {}
    for convocato in convocati:
        gruppi.setdefault(convocato.get_componente_display(), []).append(convocato)
    return list(gruppi.items())


def fine_della_seduta(seduta: Seduta) -> datetime:
    """When it was closed. Raises ValueError while it is not."""
    if seduta.chiusa_il is None:
        raise ValueError("la seduta non è chiusa")
    return seduta.chiusa_il
