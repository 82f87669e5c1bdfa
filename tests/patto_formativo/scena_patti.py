"""A CPIA with a programme, a tutor, a section that has deliberated, and one enrolled adult."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Carica, RegolaPresidente, TipoOrgano
from organi_collegiali.models import Delibera, OrganoCollegiale, Seduta
from patto_formativo.enums import Fase
from patto_formativo.models import Corsista, Incontro, PresenzaIncontro, Versione
from patto_formativo.rules.firme import Parte
from patto_formativo.services import patti
from patto_formativo.services.patti.piano import RigaUnita
from patto_formativo.services.patti.stampa import stampa_patti
from tests.factories.organi import DeliberaFactory, MandatoFactory, OrganoFactory, SedutaFactory
from tests.factories.patto import (
    CorsistaFactory,
    OffertaFactory,
    QuadroOrarioFactory,
    UnitaApprendimentoFactory,
)
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto

ASSI = (
    ("Linguaggi", [f"C{n}" for n in range(1, 9)], 144),
    ("Storia e società", [f"C{n}" for n in range(9, 13)], 72),
    ("Matematica", [f"C{n}" for n in range(13, 17)], 72),
    ("Scienze e tecnologia", [f"C{n}" for n in range(17, 23)], 108),
)
MINORENNE = date(2007, 9, 12)


@dataclass
class Scena:
    """Who and what the tests of the agreement work with."""

    istituto: Istituto
    tutor: Persona
    dirigente: Persona
    segretaria: Persona
    membro: Persona
    corsista: Corsista
    sezione: OrganoCollegiale
    seduta: Seduta
    delibera: Delibera

    def come(self, persona: Persona) -> Contesto:
        return contesto(persona)

    def fa(self, persona: Persona) -> dict[str, object]:
        """``autore`` and ``adesso`` of an act of this person."""
        return {"autore": contesto(persona), "adesso": ADESSO}

    def bozza(self, corsista: Corsista | None = None) -> Versione:
        """A draft whose units are filled."""
        del_tutor = self.fa(self.tutor)
        versione = patti.apri_patto(**del_tutor, corsista_id=(corsista or self.corsista).pk)
        return patti.proponi_riparto(**del_tutor, versione_id=versione.pk)

    def proposta(self, corsista: Corsista | None = None) -> Versione:
        versione = self.bozza(corsista)
        return patti.proponi_patto(
            **self.fa(self.tutor), versione_id=versione.pk, sezione_id=self.sezione.pk
        )

    def approva(self, *versioni: Versione, **altro: object) -> list[Versione]:
        fatte, _ = patti.approva_patti(
            **self.fa(self.dirigente), versioni=[v.pk for v in versioni],
            seduta_id=self.seduta.pk, delibera_id=self.delibera.pk, **altro,
        )  # fmt: skip
        return fatte

    def approvata(self, corsista: Corsista | None = None, *, stampata: bool = True) -> Versione:
        versione = self.proposta(corsista)
        self.approva(versione)
        if stampata:
            versione = stampa_patti(self.istituto.pk, versione.pk)
        return Versione.objects.get(pk=versione.pk)

    def firma(self, persona: Persona, versione: Versione, parte: Parte, impronta: str = "") -> None:
        patti.firma_patto(
            **self.fa(persona), versione_id=versione.pk, parte=parte,
            impronta=impronta or versione.impronta,
        )  # fmt: skip

    def in_corso(self) -> Versione:
        versione = self.approvata()
        self.firma(self.corsista.persona, versione, Parte.ADULTO)
        self.firma(self.tutor, versione, Parte.SCUOLA)
        return Versione.objects.get(pk=versione.pk)

    def righe(self, versione: Versione, **cambi: object) -> list[RigaUnita]:
        """The rows of a version as the screen sends them, the first changed."""
        righe = [
            RigaUnita(r.unita_id, r.ore, r.a_distanza, r.fruizione, r.prova)
            for r in versione.unita.order_by("ordine")
        ]
        prima = righe[0]
        dati = {campo: getattr(prima, campo) for campo in RigaUnita.__slots__} | cambi
        return [RigaUnita(**dati), *righe[1:]]

    def salva(self, versione: Versione, revisione: int, **cambi: object) -> Versione:
        return patti.salva_piano(
            **self.fa(self.tutor), versione_id=versione.pk, revisione=revisione,
            righe=self.righe(versione, **cambi), anni=versione.anni, quando=versione.quando,
            note=versione.note,
        )  # fmt: skip

    def altro_corsista(self, **persona: object) -> Corsista:
        dati = {"data_nascita": date(1988, 4, 1), "con_accesso": True} | persona
        return CorsistaFactory(
            istituto=self.istituto, offerta=self.corsista.offerta, tutor=self.tutor,
            persona=PersonaFactory(istituto=self.istituto, **dati),
        )  # fmt: skip

    def accoglie(self, corsista: Corsista, ore: str) -> None:
        """Hours of welcome beside the first one, which the enrolment gives."""
        incontro = Incontro.objects.create(
            istituto=self.istituto, fase=Fase.COLLOQUI.value, giorno=date(2023, 10, 9),
            ore=Decimal(ore), conduce=self.tutor, registrato_da=self.tutor, registrato_il=ADESSO,
        )  # fmt: skip
        PresenzaIncontro.objects.create(
            istituto=self.istituto, incontro=incontro, corsista=corsista
        )


def prepara(istituto: Istituto) -> Scena:
    """The scene, once PostgreSQL has been told of the institute."""
    offerta = OffertaFactory(istituto=istituto)
    quadro = QuadroOrarioFactory(istituto=istituto, anno_scolastico=offerta.anno_scolastico)
    for ordine, (titolo, competenze, ore) in enumerate(ASSI, start=1):
        UnitaApprendimentoFactory(
            istituto=istituto, quadro=quadro, ordine=ordine, titolo=titolo, competenze=competenze,
            ore=Decimal(ore), a_distanza=Decimal(ore) / 4, fruizione="aula 4",
        )  # fmt: skip
    dirigente = IncaricoFactory(istituto=istituto, dirigente=True).persona
    segretaria = IncaricoFactory(istituto=istituto, segreteria=True).persona
    tutor = IncaricoFactory(
        istituto=istituto, ruolo=Ruolo.TUTOR, cattedra=None, classe=None
    ).persona
    sezione = OrganoFactory(
        istituto=istituto, tipo=TipoOrgano.SEZIONE_PFI, nome="Sezione funzionale",
        regola_presidente=RegolaPresidente.DIRIGENTE,
    )  # fmt: skip
    membro = PersonaFactory(istituto=istituto, con_accesso=True)
    MandatoFactory(istituto=istituto, organo=sezione, persona=membro, carica=Carica.SEGRETARIO)
    seduta = SedutaFactory(istituto=istituto, organo=sezione, chiusa=True, presiede=dirigente)
    return Scena(
        istituto, tutor, dirigente, segretaria, membro,
        CorsistaFactory(istituto=istituto, offerta=offerta, tutor=tutor),
        sezione, seduta,
        DeliberaFactory(istituto=istituto, organo=sezione, seduta=seduta, adottata_il=ADESSO),
    )  # fmt: skip
