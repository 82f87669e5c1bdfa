"""A school with who directs, the office, a teacher, one of the ATA and somebody from outside."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.rules import chiave_nota
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Istituto, Persona
from selezioni_pon.models import Avviso, Griglia, Progetto
from selezioni_pon.services.avvisi import DatiAvviso, pubblica_avviso, scrivi_avviso
from selezioni_pon.services.griglie import crea_griglia
from selezioni_pon.services.progetti import DatiProgetto, scrivi_progetto
from selezioni_pon.services.selezioni import DatiSelezione, prepara_selezione
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)
from tests.factories.selezioni import SCADE, SPEDITA

DELIBERA = "Consiglio d’istituto, delibera n. 12 del 10 maggio 2024"


@dataclass
class Scena:
    """Who and what; ``chi`` acts, unless said otherwise at ``adesso``."""

    istituto: Istituto
    anno: AnnoScolastico
    dirigente: Persona
    segretaria: Persona
    docente: Persona
    ata: Persona
    estranea: Persona

    def atto(self, servizio, chi: Persona | None = None, adesso: datetime = ADESSO, **altro):
        """An act of the office, or of somebody else."""
        autore = contesto(chi or self.segretaria, adesso)
        return servizio(autore=autore, adesso=adesso, **altro)

    def griglia(self, da: str = SPEDITA, titolo: str = "Tutor interno") -> Griglia:
        """A grid of the school, by default a copy of one shipped."""
        return self.atto(crea_griglia, titolo=titolo, fonte=DELIBERA, da=da)

    def dati_progetto(self, **altro) -> DatiProgetto:
        """A project paid with public money."""
        dati = DatiProgetto(
            self.anno.pk,
            "Competenze di base",
            codice="10.2.2A-FSEPON-MA-2017-41",
            cup="G34D21000910006",
            finanziato=True,
            finalita="Recupero della matematica",
            attivita="Laboratori pomeridiani",
            prodotti="Un quaderno di esercizi",
            disponibilita=Decimal("5000.00"),
        )
        return replace(dati, **altro)

    def progetto(self, **altro) -> Progetto:
        """The project, written by the office."""
        dati = self.dati_progetto(**altro)
        return self.atto(scrivi_progetto, progetto_id=None, versione=None, dati=dati)

    def bozza(self, ruolo: str = "tutor", posti: int = 2) -> Avviso:
        """The draft of the first call, with nothing in it."""
        dati = DatiSelezione(self.progetto().pk, ruolo, posti)
        return self.atto(prepara_selezione, dati=dati)

    def dati(self, griglia: Griglia | None = None, **altro) -> DatiAvviso:
        """Everything that a call for the staff needs."""
        dati = DatiAvviso(
            ruolo="tutor",
            posti=2,
            griglia_id=(griglia or self.griglia()).pk,
            ore=Decimal("30.00"),
            compenso_minimo=Decimal("30.00"),
            compenso_massimo=Decimal("30.00"),
            dal=date(2024, 9, 16),
            al=date(2024, 12, 20),
            luogo="sede centrale",
            ordine_scolastico="scuola secondaria di primo grado",
            titoli_di_studio="diploma di scuola secondaria di secondo grado",
            come_si_presenta="dal portale della scuola",
            responsabile_id=self.segretaria.pk,
            scade=SCADE,
        )
        return replace(dati, **altro)

    def pronta(self, **altro) -> Avviso:
        """A draft with everything that it needs."""
        return self.scrive(self.bozza(), **altro)

    def scrive(self, avviso: Avviso, **altro) -> Avviso:
        """The office writes a draft."""
        avviso.refresh_from_db()
        dati = self.dati(avviso.griglia, **altro)
        return self.atto(scrivi_avviso, avviso_id=avviso.pk, versione=avviso.versione, dati=dati)

    def pubblica(self, avviso: Avviso, adesso: datetime = ADESSO) -> Avviso:
        """Who directs publishes it, having read what the check found."""
        avviso.refresh_from_db()
        return self.atto(
            pubblica_avviso, self.dirigente, adesso, avviso_id=avviso.pk,
            versione=avviso.versione, rilievi_letti=True,
        )  # fmt: skip

    def pubblicato(self) -> Avviso:
        """A call on the albo."""
        return self.pubblica(self.pronta())


def scena() -> Scena:
    """Make it."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    di = {"istituto": istituto}
    persone = [PersonaFactory(**di, con_accesso=True, sesso="F") for _ in range(5)]
    dirigente, segretaria, docente, ata, _ = persone
    IncaricoFactory(**di, persona=dirigente, dirigente=True)
    IncaricoFactory(**di, persona=segretaria, segreteria=True)
    IncaricoFactory(**di, persona=docente)
    IncaricoFactory(**di, persona=ata, ruolo=Ruolo.ATA, cattedra=None, classe=None)
    return Scena(istituto, AnnoScolasticoFactory(**di), *persone)


def scritto(casa: Scena, **valori: str) -> None:
    """What the regulation of the school says of the selections: by key, as it is written."""
    regolamento = Regolamento.objects.create(
        istituto=casa.istituto, titolo="Regolamento", atto="delibera n. 1", dal=date(2023, 9, 1)
    )
    for voce, valore in valori.items():
        Parametro.objects.create(
            istituto=casa.istituto, regolamento=regolamento, chiave=f"selezioni.{voce}",
            tipo=chiave_nota(f"selezioni.{voce}").tipo.value, valore=valore, articolo="art. 1",
        )  # fmt: skip
