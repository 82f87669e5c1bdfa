"""A group with its teacher, a person with a signed plan of two units."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from cpia.atti.models import Documento
from cpia.atti.services import nuovo_codice
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, Gruppo, UnitaApprendimento, Versione
from patto_formativo.services.frequenza import DatiLezione, registra_lezione
from tests.factories.patto import (
    CorsistaFactory,
    DocenteGruppoFactory,
    GruppoFactory,
    MembroFactory,
    OffertaFactory,
    PattoFactory,
    QuadroOrarioFactory,
    UnitaApprendimentoFactory,
    UnitaDelPattoFactory,
    VersioneFactory,
)
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    PersonaFactory,
    SedeFactory,
    contesto,
)

LEZIONE_IL = date(2024, 5, 6)


@dataclass
class Scena:
    """What the tests of attendance look at."""

    istituto: Istituto
    gruppo: Gruppo
    unita: list[UnitaApprendimento]
    corsista: Corsista
    docente: Contesto
    direzione: Contesto

    def lezione(self, ore=None, *, unita=0, **altro):
        """Write a lesson of three hours; ``ore`` are those of who is in the scene."""
        presenze = {} if ore is None else {self.corsista.pk: Decimal(ore)}
        return registra_lezione(
            autore=self.docente, adesso=ADESSO, gruppo_id=self.gruppo.pk,
            dati=dati(self.unita[unita], **altro), ore=presenze,
        )  # fmt: skip


def dati(unita, *, giorno=LEZIONE_IL, ore=3, **altro):
    return DatiLezione(unita, giorno, Decimal(ore), **altro)


def il(giorno: date) -> datetime:
    return datetime(giorno.year, giorno.month, giorno.day, 9, tzinfo=UTC)


def con_piano(corsista, unita, *, ore=(60, 40), stato=StatoPatto.IN_CORSO, credito=0) -> Versione:
    """An agreement of this person on these units; the plan is of the sum of their hours."""
    versione = VersioneFactory(
        istituto=corsista.istituto,
        patto=PattoFactory(istituto=corsista.istituto, corsista=corsista),
        ore_totali=Decimal(sum(ore) + credito),
        ore_accoglienza=Decimal(0),
        crediti={"C1": str(credito)} if credito else {},
        preparata_da=corsista.tutor,
    )
    for una, sue in zip(unita, ore, strict=False):
        UnitaDelPattoFactory(
            istituto=corsista.istituto, versione=versione, unita=una, ore=Decimal(sue)
        )
    if stato != StatoPatto.BOZZA:
        versione.stato, versione.approvata_il = stato.value, ADESSO
        versione.sottoscritta_il, versione.impronta = ADESSO, "a" * 64
        versione.documento = Documento.objects.create(
            istituto=corsista.istituto, tipo="prova", titolo="Patto", modello="prova/1",
            contesto={}, codice_verifica=nuovo_codice(), emesso_il=ADESSO,
        )  # fmt: skip
        versione.save()
    return versione


def scena(istituto, *, piano=True) -> Scena:
    """The group is of the first period; the person comes in on 2 October."""
    anno = AnnoScolasticoFactory(istituto=istituto)
    quadro = QuadroOrarioFactory(istituto=istituto, anno_scolastico=anno)
    unita = UnitaApprendimentoFactory.create_batch(3, istituto=istituto, quadro=quadro, ore=100)
    sede = SedeFactory(istituto=istituto)
    gruppo = GruppoFactory(istituto=istituto, anno_scolastico=anno, sede=sede)
    insegna = PersonaFactory(istituto=istituto, con_accesso=True)
    IncaricoFactory(istituto=istituto, persona=insegna)
    dirige = PersonaFactory(istituto=istituto, con_accesso=True)
    IncaricoFactory(istituto=istituto, persona=dirige, dirigente=True)
    DocenteGruppoFactory(istituto=istituto, gruppo=gruppo, persona=insegna)
    offerta = OffertaFactory(istituto=istituto, anno_scolastico=anno, sede=sede)
    corsista = CorsistaFactory(istituto=istituto, offerta=offerta)
    MembroFactory(istituto=istituto, gruppo=gruppo, corsista=corsista)
    if piano:
        con_piano(corsista, unita[:2])
    return Scena(istituto, gruppo, unita, corsista, contesto(insegna), contesto(dirige))
