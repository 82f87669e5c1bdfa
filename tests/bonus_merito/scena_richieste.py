"""A CPIA with its fund and criteria, who directs, the office, teachers who may ask."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bonus_merito.enums import Area, Gruppo
from bonus_merito.models import Criterio, Procedura, Richiesta
from bonus_merito.rules.requisiti import Accertati
from bonus_merito.services.procedure import apri_procedura, prepara_procedura
from bonus_merito.services.richieste import (
    comincia_richiesta,
    invia_richiesta,
    salva_attivita,
    scegli_gruppo,
)
from cpia.atti.caricamenti import FileAccettato
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Documento, Operazione, Pubblicazione
from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from tests.factories.bonus import (
    AreaDeiCriteriFactory,
    CriteriFactory,
    CriterioFactory,
    FondoFactory,
    IndicatoreFactory,
    all_albo,
)
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto

SCADE = ADESSO + timedelta(days=10)
DOPO = SCADE + timedelta(hours=1)
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
FILE = FileAccettato(
    "relazione.pdf", PDF, "application/pdf", hashlib.sha256(PDF).hexdigest(), len(PDF)
)
IN_REGOLA = Accertati(
    di_ruolo=True, giorni_lavorativi=200, assenze=10, congedi=0, sanzione_il=None,
    atto_sanzione="",
)  # fmt: skip
CAMPI = {
    "titolo": "Laboratorio di lettura",
    "testo": "Dieci incontri con il gruppo A2.",
    "dal": date(2023, 11, 6),
    "al": date(2024, 3, 15),
}


def altro_file(numero: int) -> FileAccettato:
    """Another file than the first."""
    contenuto = PDF + str(numero).encode()
    impronta = hashlib.sha256(contenuto).hexdigest()
    return replace(FILE, contenuto=contenuto, impronta=impronta, byte=len(contenuto))


@dataclass
class Scena:
    """Who acts: ``dirigente``, ``ufficio``, ``docente`` and ``collega``, who may both ask."""

    istituto: Istituto
    procedura: Procedura
    dirigente: Persona
    ufficio: Persona
    docente: Persona
    collega: Persona
    criteri: dict[Area, Criterio]

    def chi(self, persona: Persona, adesso: datetime = ADESSO) -> Contesto:
        """This person, acting at that hour."""
        return contesto(persona, adesso)

    def fa(self, servizio, persona: Persona, adesso: datetime = ADESSO, **altro):
        """An act of this person at that hour."""
        return servizio(autore=self.chi(persona, adesso), adesso=adesso, **altro)

    def apre(self) -> Procedura:
        """Open the procedure until ``SCADE``."""
        self.procedura = self.fa(
            apri_procedura, self.dirigente, procedura_id=self.procedura.pk, scade=SCADE,
            in_servizio=47,
        )  # fmt: skip
        return self.procedura

    def comincia(self, persona: Persona | None = None) -> Richiesta:
        """Begin a request and choose its group."""
        chi = persona or self.docente
        richiesta = self.fa(comincia_richiesta, chi, procedura_id=self.procedura.pk)
        return self.fa(scegli_gruppo, chi, richiesta_id=richiesta.pk, gruppo=Gruppo.PRIMO_PERIODO)

    def dichiara(self, richiesta: Richiesta, area: Area = Area.A, **campi):
        """Put a whole activity in a request."""
        return self.fa(
            salva_attivita, richiesta.persona, richiesta_id=richiesta.pk,
            campi={"criterio": self.criteri[area], **CAMPI, **campi},
        )  # fmt: skip

    def invia(self, persona: Persona | None = None) -> Richiesta:
        """A request of one activity, sent."""
        richiesta = self.comincia(persona)
        self.dichiara(richiesta)
        return self.fa(invia_richiesta, richiesta.persona, richiesta_id=richiesta.pk)

    def azioni(self, riga) -> list[str]:
        """What the register says of a row."""
        righe = Operazione.objects.filter(
            oggetto_tipo=riga._meta.label_lower, oggetto_id=riga.pk
        ).order_by("pk")
        return list(righe.values_list("azione", flat=True))


def pubblica(documento: Documento, responsabile: Persona) -> Pubblicazione:
    """Put a paper on the albo, where everybody reads it from today."""
    giorno = ADESSO.date()
    return Pubblicazione.objects.create(
        istituto=documento.istituto, documento=documento, oggetto=documento.titolo,
        con_dati_personali=False, categoria=CategoriaAlbo.ORGANI, responsabile=responsabile,
        dal=giorno, al=giorno + timedelta(days=15), anno=giorno.year, numero=documento.pk,
        registrata_il=ADESSO,
    )  # fmt: skip


def scena(*, aperta: bool = True) -> Scena:
    """Make it, by default with the requests open."""
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    dirigente = _con_ruolo(istituto, dirigente=True)
    ufficio = _con_ruolo(istituto, ruolo=Ruolo.SEGRETERIA_PERSONALE, cattedra=None)
    docente, collega = _con_ruolo(istituto), _con_ruolo(istituto)
    fondo = FondoFactory(istituto=istituto)
    criteri = CriteriFactory(istituto=istituto, anno_scolastico=fondo.anno_scolastico)
    voci = {area: _criterio(istituto, criteri, area) for area in Area}
    all_albo(criteri)
    autore = contesto(dirigente)
    procedura = prepara_procedura(
        autore=autore, adesso=ADESSO, fondo_id=fondo.pk, criteri_id=criteri.pk
    )
    casa = Scena(istituto, procedura, dirigente, ufficio, docente, collega, voci)
    if aperta:
        casa.apre()
    return casa


def _con_ruolo(istituto: Istituto, **incarico) -> Persona:
    persona = PersonaFactory(istituto=istituto, con_accesso=True)
    IncaricoFactory(istituto=istituto, persona=persona, **incarico)
    return persona


def _criterio(istituto: Istituto, criteri, area: Area) -> Criterio:
    riga = AreaDeiCriteriFactory(istituto=istituto, criteri=criteri, area=area.value)
    criterio = CriterioFactory(istituto=istituto, area=riga)
    IndicatoreFactory(istituto=istituto, criterio=criterio)
    return criterio
