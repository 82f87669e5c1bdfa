"""A school with the functions of a year: who directs, the office, teachers who ask and examine."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from selezioni_pon.enums import EsitoTitolo, SpecieTitolo
from selezioni_pon.models import AreaFunzione, DomandaFunzione, ProceduraFunzioni
from selezioni_pon.rules.funzioni_strumentali.esame import DecisioneTitolo
from selezioni_pon.services.funzioni import (
    DatiCommissione,
    DatiDomanda,
    DatiProcedura,
    apri_procedura,
    chiudi_esame,
    dichiara_conflitti,
    esamina_domanda,
    nomina_commissione,
    prepara_procedura,
    presenta_domanda,
)
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

OGGI = ADESSO.date()
SCADE = ADESSO + timedelta(days=10)
DOPO = SCADE + timedelta(days=1)
DA_SEMPRE = date(2010, 9, 1)


@dataclass
class Scuola:
    """Who and what; ``chi`` acts, unless said otherwise at ``adesso``."""

    istituto: Istituto
    dirigente: Persona
    segretaria: Persona
    docenti: list[Persona]
    commissari: list[Persona]
    aperta: ProceduraFunzioni | None = field(default=None)

    def atto(self, servizio, chi: Persona | None = None, adesso: datetime = ADESSO, **altro):
        """An act of who directs, or of somebody else."""
        return servizio(autore=contesto(chi or self.dirigente, adesso), adesso=adesso, **altro)

    def bozza(self, atto: str = "delibera n. 12 del Collegio") -> ProceduraFunzioni:
        """A draft with the four areas of the model."""
        anno = AnnoScolasticoFactory(istituto=self.istituto)
        return self.atto(prepara_procedura, self.segretaria, dati=DatiProcedura(anno.pk, atto))

    def apri(self) -> ProceduraFunzioni:
        """Opened until SCADE."""
        self.aperta = self.atto(apri_procedura, procedura_id=self.bozza().pk, scade=SCADE)
        return self.aperta

    def area(self, sigla: str = "1") -> AreaFunzione:
        """An area by its name."""
        return self.aperta.aree.get(sigla=sigla)

    def chiede(
        self, chi: Persona, *titoli: str, sigla: str = "1", dal: date = DA_SEMPRE,
        di_ruolo: bool = True, adesso: datetime = ADESSO,
    ) -> DomandaFunzione:  # fmt: skip
        """A teacher applies."""
        dati = DatiDomanda(
            self.area(sigla).pk, dal, di_ruolo,
            [(SpecieTitolo.FORMAZIONE, uno) for uno in titoli or ("Corso",)],
        )  # fmt: skip
        return self.atto(presenta_domanda, chi, adesso, procedura_id=self.aperta.pk, dati=dati)

    def nomina(self, adesso: datetime = ADESSO) -> ProceduraFunzioni:
        """The six of the Commission."""
        ids = [uno.pk for uno in self.commissari]
        dati = DatiCommissione(tuple(ids[:3]), tuple(ids[3:]), "decreto n. 4")
        return self.atto(nomina_commissione, None, adesso, procedura_id=self.aperta.pk, dati=dati)

    def dichiara(self, chi: Persona | None = None, *, in_conflitto: bool = False):
        """A member declares; the first one, unless said otherwise."""
        return self.atto(
            dichiara_conflitti, chi or self.commissari[0], DOPO, procedura_id=self.aperta.pk,
            in_conflitto=in_conflitto,
        )  # fmt: skip

    def esamina(
        self, domanda: DomandaFunzione, *, contano: int | None = None, idoneo: bool = True,
        motivo: str = "", chi: Persona | None = None,
    ) -> DomandaFunzione:  # fmt: skip
        """Examine an application: the first ``contano`` titles count, all if nothing is said."""
        domanda.refresh_from_db()
        quanti = domanda.titoli.count() if contano is None else contano
        decisioni = [
            DecisioneTitolo(uno.numero, EsitoTitolo.ACCETTATO)
            if uno.numero <= quanti
            else DecisioneTitolo(uno.numero, EsitoTitolo.RIFIUTATO, "non è attinente")
            for uno in domanda.titoli.all()
        ]
        return self.atto(
            esamina_domanda, chi or self.commissari[0], DOPO, domanda_id=domanda.pk,
            versione=domanda.versione, decisioni=decisioni, idoneo=idoneo, motivo=motivo,
        )  # fmt: skip

    def chiusa(self, *domande: DomandaFunzione) -> ProceduraFunzioni:
        """Everything examined and closed."""
        self.nomina()
        self.dichiara()
        for una in domande:
            self.esamina(una)
        return self.atto(
            chiudi_esame, self.commissari[0], DOPO, procedura_id=self.aperta.pk,
            verbale="verbale n. 1",
        )  # fmt: skip


def scuola() -> Scuola:
    """Make it."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    di = {"istituto": istituto}
    dirigente, segretaria, *altri = [PersonaFactory(**di, con_accesso=True) for _ in range(11)]
    IncaricoFactory(**di, persona=dirigente, dirigente=True)
    IncaricoFactory(
        **di, persona=segretaria, ruolo=Ruolo.SEGRETERIA_PERSONALE, cattedra=None, classe=None
    )
    for n, persona in enumerate(altri):
        persona.data_nascita = date(1970 + n, 1, 1)
        persona.save(update_fields=["data_nascita"])
        IncaricoFactory(**di, persona=persona)
    return Scuola(istituto, dirigente, segretaria, altri[:3], altri[3:])
