"""The card of a sitting: agenda with its papers, notices sent, who is convened and answers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria
from organi_collegiali.enums import Componente, MezzoAvviso, Risposta
from organi_collegiali.models import Allegato, Avviso, Convocato, Punto, Seduta
from organi_collegiali.queries.invio.convocabili import AI_PUNTI
from organi_collegiali.queries.invio.supplenti import InVece, in_vece

PREFISSO = "convocazioni."


@dataclass(frozen=True)
class RigaConvocato:
    """Somebody convened, and what became of the last mail."""

    convocato: Convocato
    respinta: bool

    @property
    def da_avvisare(self) -> bool:
        """Whether the office still has to tell this person by hand or by phone."""
        return self.respinta or self.convocato.avvisato_il is None


@dataclass(frozen=True)
class Convocati:
    """All who are convened to a sitting, with their answers."""

    righe: Sequence[RigaConvocato]

    @property
    def presenti(self) -> list[Convocato]:
        return self._con(Risposta.PRESENTE)

    @property
    def assenti(self) -> list[Convocato]:
        return self._con(Risposta.ASSENTE)

    @property
    def in_silenzio(self) -> list[Convocato]:
        return self._con("")

    @property
    def da_avvisare(self) -> list[RigaConvocato]:
        return [riga for riga in self.righe if riga.da_avvisare]

    @property
    def avvisati_a_mano(self) -> list[Convocato]:
        """Who was told by hand or by phone."""
        return [
            r.convocato
            for r in self.righe
            if r.convocato.mezzo != MezzoAvviso.EMAIL and not r.da_avvisare
        ]

    @property
    def per_componente(self) -> list[tuple[str, int, int]]:
        """For each component: its name, how many sit with a vote, how many of them will come."""
        votano = [r.convocato for r in self.righe if r.convocato.con_voto]
        tutti = Counter(c.componente for c in votano)
        vengono = Counter(c.componente for c in votano if c.risposta == Risposta.PRESENTE)
        return [(c.etichetta, tutti[c], vengono[c]) for c in Componente if tutti[c]]

    @property
    def senza_voto(self) -> list[Convocato]:
        """Who sits and does not vote; in whose place a substitute sits is said apart."""
        via = {coppia.titolare.pk for coppia in self.sostituiti}
        siedono = (r.convocato for r in self.righe if r.convocato.mandato_id)
        return [c for c in siedono if not c.con_voto and c.pk not in via]

    @property
    def invitati(self) -> list[Convocato]:
        """Who was invited to speak: sits not in the organ, never votes nor counts."""
        return [r.convocato for r in self.righe if r.convocato.mandato_id is None]

    @property
    def sostituiti(self) -> list[InVece]:
        """The members in whose place a substitute was convened after the notice."""
        return in_vece([r.convocato for r in self.righe])

    def _con(self, risposta: str) -> list[Convocato]:
        return [r.convocato for r in self.righe if r.convocato.risposta == risposta]


def punti(seduta: Seduta) -> list[Punto]:
    """The agenda with the papers of each item. Two queries."""
    allegati = Prefetch(
        "allegati",
        Allegato.objects.filter(istituto_id=seduta.istituto_id)
        .select_related("punto", "documento")
        .order_by("id"),
    )
    righe = Punto.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return list(righe.order_by("ordine", "id").prefetch_related(allegati))


def convocati(seduta: Seduta, avvisi: Sequence[Avviso]) -> Convocati:
    """Who is convened and how the last notice reached them. Four queries."""
    righe = Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    non_riusciti = _non_riusciti(seduta, avvisi)
    return Convocati(
        [
            RigaConvocato(
                convocato,
                convocato.mezzo == MezzoAvviso.EMAIL and convocato.persona_id in non_riusciti,
            )
            for convocato in righe.select_related("persona", "mandato").prefetch_related(AI_PUNTI)
        ]
    )


def _non_riusciti(seduta: Seduta, avvisi: Sequence[Avviso]) -> set[int]:
    """The persons whom the mail of the last notice did not reach."""
    ultimo = max((avviso.pk for avviso in avvisi), default=0)
    righe = Promemoria.objects.filter(
        istituto_id=seduta.istituto_id,
        tipo__startswith=PREFISSO,
        riferimento=str(ultimo),
        stato=StatoPromemoria.NON_RIUSCITO,
    )
    return set(righe.values_list("destinatario_id", flat=True))
