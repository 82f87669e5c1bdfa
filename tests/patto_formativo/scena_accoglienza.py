"""A CPIA with two sites, one of them reserved: who runs it, who teaches, who is enrolled."""

from datetime import date

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from patto_formativo.enums import GenereOfferta
from tests.factories.patto import CorsistaFactory, CpiaFactory, OffertaFactory
from tests.factories.scuola import (
    AnnoScolasticoFactory,
    IncaricoFactory,
    PersonaFactory,
    SedeFactory,
    contesto,
)

P1 = GenereOfferta.PRIMO_PERIODO.value
INIZIO = date(2023, 10, 2)
A1 = GenereOfferta.ALFABETIZZAZIONE.value


class Scena:
    """The school, its staff, and a way to enrol somebody."""

    def __init__(self):
        self.istituto = CpiaFactory(slug="cpia")
        tenancy.imposta(istituto_id=self.istituto.pk)
        self.anno = AnnoScolasticoFactory(istituto=self.istituto)
        self.sede = SedeFactory(istituto=self.istituto, nome="Centro")
        self.casa = SedeFactory(istituto=self.istituto, nome="Casa protetta", riservata=True)
        self.coordinatrice = self.chi(Ruolo.COORDINATORE_SEDE, sede=self.sede)
        self.tutor = self.chi(Ruolo.TUTOR)
        self.altro_tutor = self.chi(Ruolo.TUTOR)
        self.dirigente = self.chi(Ruolo.DIRIGENTE)
        self.segretaria = self.chi(Ruolo.SEGRETERIA_DIDATTICA)

    def chi(self, ruolo, **dove):
        persona = PersonaFactory(istituto=self.istituto, con_accesso=True)
        IncaricoFactory(istituto=self.istituto, persona=persona, ruolo=ruolo, cattedra=None, **dove)
        return persona

    def offerta(self, sede=None, genere=P1):
        return OffertaFactory(
            istituto=self.istituto, anno_scolastico=self.anno, sede=sede or self.sede, genere=genere
        )

    def corsista(self, sede=None, genere=P1, tutor=None, **altro):
        return CorsistaFactory(
            istituto=self.istituto, offerta=self.offerta(sede, genere), tutor=tutor,
            tutor_dal=INIZIO if tutor else None, **altro,
        )  # fmt: skip

    @staticmethod
    def come(persona):
        return contesto(persona)
