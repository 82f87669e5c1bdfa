"""The roll call as it is read aloud: by component, in the order of the surnames."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from organi_collegiali.enums import Componente, Presenza, Risposta
from organi_collegiali.models import Convocato, Movimento, Seduta
from organi_collegiali.queries.invio.supplenti import sostituiti
from organi_collegiali.rules.aula.iniziali import inizia, senza_accenti
from organi_collegiali.rules.organi.decadenza import GiudizioAssenze

SENZA_VOTO = "Partecipano senza voto"


@dataclass(frozen=True)
class Riga:
    """A member at the roll call: in, gone out, not come, with the hour of the last movement."""

    convocato: Convocato
    movimenti: tuple[Movimento, ...] = ()
    assenze: GiudizioAssenze | None = None
    presiede: bool = False
    verbalizza: bool = False

    @property
    def ultimo(self) -> Movimento | None:
        return self.movimenti[-1] if self.movimenti else None

    @property
    def dentro(self) -> bool:
        return self.ultimo is not None and self.ultimo.entra

    @property
    def uscito(self) -> bool:
        return self.ultimo is not None and not self.ultimo.entra

    @property
    def a_distanza(self) -> bool:
        return self.dentro and bool(self.ultimo and self.ultimo.a_distanza)

    @property
    def giustificato(self) -> bool:
        """Marked so, or who answered beforehand that he or she would not come."""
        if self.convocato.presenza:
            return self.convocato.presenza == Presenza.ASSENTE_GIUSTIFICATO
        return self.convocato.risposta == Risposta.ASSENTE

    @property
    def ufficio(self) -> str:
        """The office held at this sitting, or in the organ."""
        if self.presiede:
            return "presiede"
        if self.verbalizza:
            return "verbalizza"
        mandato = self.convocato.mandato
        carica = mandato.get_carica_display() if mandato and mandato.carica else ""
        return carica or self.convocato.qualifica

    @property
    def cercato(self) -> str:
        """What the first letters typed are looked for in."""
        return senza_accenti(str(self.convocato.persona))


@dataclass(frozen=True)
class Gruppo:
    """The members of a component."""

    nome: str
    righe: list[Riga] = field(default_factory=list)

    @property
    def presenti(self) -> int:
        return sum(riga.dentro for riga in self.righe)


def convocati(seduta: Seduta) -> QuerySet[Convocato]:
    """Who is convened to a sitting, by surname. One query."""
    righe = Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return righe.select_related("persona", "mandato")


def movimenti(seduta: Seduta) -> QuerySet[Movimento]:
    """Who came in and went out, by the hour. One query."""
    return Movimento.objects.filter(
        istituto_id=seduta.istituto_id, convocato__seduta=seduta
    ).order_by("quando", "id")


def righe(
    seduta: Seduta,
    chi: Sequence[Convocato],
    mossi: Sequence[Movimento],
    assenze: Mapping[int, GiudizioAssenze],
) -> list[Riga]:
    """One row for each of the convened."""
    per_chi: dict[int, list[Movimento]] = defaultdict(list)
    for mosso in mossi:
        per_chi[mosso.convocato_id].append(mosso)
    return [
        Riga(
            convocato,
            tuple(per_chi[convocato.pk]),
            assenze.get(convocato.mandato_id or 0),
            presiede=convocato.persona_id == seduta.presiede_id,
            verbalizza=convocato.persona_id == seduta.verbalizza_id,
        )
        for convocato in chi
    ]


def gruppi(tutte: Sequence[Riga]) -> list[Gruppo]:
    """By component, also who gave the place to a substitute; who has no vote apart at the end."""
    al_loro_posto = sostituiti([riga.convocato for riga in tutte])
    trovati: dict[str, Gruppo] = {}
    for componente in Componente:
        trovati[componente] = Gruppo(componente.etichetta)
    senza_voto = Gruppo(SENZA_VOTO)
    for riga in tutte:
        della_componente = riga.convocato.con_voto or riga.convocato.pk in al_loro_posto
        dove = trovati[riga.convocato.componente] if della_componente else senza_voto
        dove.righe.append(riga)
    return [gruppo for gruppo in (*trovati.values(), senza_voto) if gruppo.righe]


def chi_inizia(tutte: Sequence[Riga], lettere: str) -> list[Riga]:
    """Those whose surname or name begins with these letters; all when there are none."""
    return [riga for riga in tutte if inizia(riga.cercato, lettere)]


def ultimo_movimento(mossi: Sequence[Movimento], dopo: datetime | None) -> Movimento | None:
    """The last thing written after the opening: what a mistake is taken back from."""
    scritti = [mosso for mosso in mossi if dopo is None or mosso.quando > dopo]
    return max(scritti, key=lambda mosso: mosso.pk, default=None)
