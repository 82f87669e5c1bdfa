"""A school with its register of experts: who directs, the office, people of outside who ask."""

from dataclasses import dataclass
from datetime import date, datetime

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.rules.albo_passi import Richiesta
from selezioni_pon.services.albo_esperti import chiedi_iscrizione, iscrivi_esperto
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

MUSICA = Richiesta(("Musica", "Teatro"), "Diploma di conservatorio")


@dataclass
class Scuola:
    """Who and what; ``chi`` acts, unless said otherwise at ``ADESSO``."""

    istituto: Istituto
    dirigente: Persona
    segretaria: Persona
    docente: Persona
    esperti: list[Persona]

    def atto(self, servizio, chi: Persona | None = None, adesso: datetime = ADESSO, **altro):
        """An act of who directs, or of somebody else."""
        return servizio(autore=contesto(chi or self.dirigente, adesso), adesso=adesso, **altro)

    def chiede(
        self, chi: Persona | None = None, richiesta: Richiesta = MUSICA, adesso: datetime = ADESSO
    ) -> IscrizioneEsperto:
        """An expert asks, the first unless said otherwise."""
        return self.atto(chiedi_iscrizione, chi or self.esperti[0], adesso, richiesta=richiesta)

    def iscrive(
        self, riga: IscrizioneEsperto, adesso: datetime = ADESSO, **altro
    ) -> IscrizioneEsperto:
        """The office puts it in the register."""
        riga.refresh_from_db()
        return self.atto(
            iscrivi_esperto, self.segretaria, adesso,
            **{"iscrizione_id": riga.pk, "versione": riga.versione, "requisiti": True} | altro,
        )  # fmt: skip


def scuola() -> Scuola:
    """Make it."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    di = {"istituto": istituto}
    dirigente, segretaria, docente, *esperti = [
        PersonaFactory(**di, con_accesso=True) for _ in range(5)
    ]
    senza = {"cattedra": None, "classe": None}
    IncaricoFactory(**di, persona=dirigente, dirigente=True)
    IncaricoFactory(**di, persona=segretaria, ruolo=Ruolo.SEGRETERIA_PERSONALE, **senza)
    IncaricoFactory(**di, persona=docente)
    for uno in esperti:
        IncaricoFactory(**di, persona=uno, ruolo=Ruolo.CANDIDATO, al=date(2025, 6, 5), **senza)
    return Scuola(istituto, dirigente, segretaria, docente, esperti)
