"""A Consiglio of nineteen about to sit: ten are needed, president a parent, secretary a teacher."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto
from organi_collegiali.enums import Carica, Componente, NaturaPunto
from organi_collegiali.models import Convocato, Punto, Seduta
from organi_collegiali.services import aula as servizi
from tests.factories.organi import (
    ConvocatoFactory,
    MandatoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
)
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory, contesto

COMPONENTI = (
    [Componente.DIRIGENTE] + [Componente.DOCENTI] * 8 + [Componente.GENITORI] * 8
    + [Componente.ATA] * 2
)  # fmt: skip
NATURE = (
    NaturaPunto.SENZA_VOTO, NaturaPunto.DELIBERA, NaturaPunto.DELIBERA, NaturaPunto.VARIE,
)  # fmt: skip


@dataclass
class Sala:
    """The sitting and how to act in it; ``alle(5)`` is five minutes after the opening."""

    seduta: Seduta
    convocati: list[Convocato]
    punti: list[Punto]
    presidente: Convocato
    segretario: Convocato
    aperta: datetime = field(default=ADESSO)

    def alle(self, minuti: int) -> datetime:
        return self.aperta + timedelta(minutes=minuti)

    def chi(self, minuti: int = 0) -> dict[str, object]:
        adesso = self.alle(minuti)
        return {"autore": self.autore(adesso), "adesso": adesso}

    def autore(self, adesso: datetime = ADESSO) -> Contesto:
        return contesto(self.segretario.persona, adesso)

    def segna(self, quanti: int) -> None:
        """Roll call: president, secretary and others up to so many."""
        primi = [self.presidente, self.segretario]
        altri = [c for c in self.convocati if c not in primi]
        servizi.segna_presenti(
            **self.chi(), seduta_id=self.seduta.pk,
            convocati=[c.pk for c in (*primi, *altri)[:quanti]],
        )  # fmt: skip

    def apri(self, presenti: int = 14) -> Seduta:
        self.segna(presenti)
        self.seduta = servizi.apri_seduta(
            **self.chi(), seduta_id=self.seduta.pk,
            presiede_id=self.presidente.persona_id, verbalizza_id=self.segretario.persona_id,
        )  # fmt: skip
        return self.seduta

    def muove(self, convocato: Convocato, minuti: int, *, entra: bool, **altro: object):
        return servizi.registra_movimento(
            **self.chi(minuti), convocato_id=convocato.pk, entra=entra, **altro
        )

    @property
    def fuori(self) -> list[Convocato]:
        """Who was not at the roll call."""
        dentro = Convocato.objects.filter(seduta=self.seduta, movimenti__isnull=False)
        ids = set(dentro.values_list("pk", flat=True))
        return [c for c in self.convocati if c.pk not in ids]


def sala(istituto: Istituto | None = None) -> Sala:
    """Nineteen convened for ``ADESSO``; in an institute of their own, unless one is set."""
    if istituto is None:
        istituto = IstitutoFactory()
        tenancy.imposta(istituto_id=istituto.pk)
    organo = OrganoFactory(istituto=istituto)
    seduta = SedutaFactory(
        istituto=istituto, organo=organo, convocata=True, inizio_previsto=ADESSO,
        preparata_da=PersonaFactory(istituto=istituto),
    )  # fmt: skip
    convocati = []
    for componente in COMPONENTI:
        mandato = MandatoFactory(istituto=istituto, organo=organo, componente=componente)
        convocati.append(ConvocatoFactory(istituto=istituto, seduta=seduta, mandato=mandato))
    segretario = next(c for c in convocati if c.componente == Componente.DOCENTI)
    presidente = next(c for c in convocati if c.componente == Componente.GENITORI)
    for convocato, carica in ((presidente, Carica.PRESIDENTE), (segretario, Carica.SEGRETARIO)):
        convocato.mandato.carica = carica
        convocato.mandato.save(update_fields=["carica"])
    punti = [
        PuntoFactory(istituto=istituto, seduta=seduta, ordine=n, natura=natura)
        for n, natura in enumerate(NATURE, 1)
    ]
    return Sala(seduta, convocati, punti, presidente, segretario)
