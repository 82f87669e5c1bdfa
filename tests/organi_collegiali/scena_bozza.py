"""A Consiglio whose sitting is still a draft, and a secretary who writes it."""

from dataclasses import dataclass, field
from datetime import datetime

from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Carica, Componente
from organi_collegiali.models import Mandato, OrganoCollegiale, Seduta
from organi_collegiali.services.convocazione.bozze import prepara_seduta
from tests.factories.organi import MandatoFactory, OrganoFactory
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)


@dataclass
class Ufficio:
    """The persons and the organ; ``chi`` is the secretary who acts."""

    istituto: Istituto
    organo: OrganoCollegiale
    segretaria: Persona
    presidente: Persona
    mandati: list[Mandato] = field(default_factory=list)

    @property
    def chi(self) -> Contesto:
        return contesto(self.segretaria)

    def atto(self, servizio, **altro):
        """An act of the secretary, now."""
        return servizio(**{"autore": self.chi, "adesso": ADESSO} | altro)

    def bozza(self, **altro) -> Seduta:
        """Begin a draft."""
        return self.atto(prepara_seduta, organo_id=self.organo.pk, **altro)


def persona(istituto: Istituto, ruolo: Ruolo, **altro: object) -> Persona:
    """Somebody with a login and a role."""
    chi = PersonaFactory(istituto=istituto, con_accesso=True, **altro)
    IncaricoFactory(istituto=istituto, persona=chi, ruolo=ruolo)
    return chi


def ufficio(istituto: Istituto | None = None, *, membri: int = 19) -> Ufficio:
    """Make it: the president is a parent, one member has no mailbox."""
    istituto = istituto or IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    organo = OrganoFactory(istituto=istituto, nome="Consiglio d’istituto")
    presidente = persona(istituto, Ruolo.RESPONSABILE)
    siedono = [
        MandatoFactory(
            istituto=istituto, organo=organo, persona=presidente,
            componente=Componente.GENITORI, carica=Carica.PRESIDENTE,
        )
    ]  # fmt: skip
    siedono += [
        MandatoFactory(
            istituto=istituto,
            organo=organo,
            persona=PersonaFactory(istituto=istituto, email=f"m{n}@example.it" if n else ""),
        )
        for n in range(membri - 1)
    ]
    segretaria = persona(istituto, Ruolo.SEGRETERIA_DIDATTICA, nome="Nadia")
    return Ufficio(istituto, organo, segretaria, presidente, siedono)


def alle(giorno: int, ora: int = 15, mese: int = 6) -> datetime:
    """An hour UTC of June 2024; the clock of the tests says Wednesday the 5th, 10 in Rome."""
    return ADESSO.replace(month=mese, day=giorno, hour=ora, minute=30)
