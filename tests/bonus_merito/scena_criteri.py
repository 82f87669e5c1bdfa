"""A CPIA with who directs, the office, the Comitato with its deliberation, a teacher."""

from dataclasses import dataclass

from bonus_merito.enums import Categoria
from bonus_merito.models import Criteri
from bonus_merito.queries.criteri.partenza import SPEDITI
from bonus_merito.services.criteri import DatiVersione, prepara_criteri
from cpia.scuola import tenancy
from cpia.scuola.models import AnnoScolastico, Istituto, Persona
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera, OrganoCollegiale
from tests.factories.organi import DeliberaFactory, MandatoFactory, OrganoFactory
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    PersonaFactory,
    contesto,
)

SCUOLA = "cpia-caltanissetta-enna"


@dataclass
class Scena:
    """Who and what; ``chi`` acts, unless said otherwise."""

    istituto: Istituto
    anno: AnnoScolastico
    dirigente: Persona
    segretaria: Persona
    docente: Persona
    componente: Persona
    comitato: OrganoCollegiale
    delibera: Delibera

    def atto(self, servizio, chi: Persona | None = None, **altro):
        """An act of the dirigente, or of somebody else, now."""
        autore = contesto(chi or self.dirigente)
        return servizio(autore=autore, adesso=ADESSO, **altro)

    def bozza(self, da: str = SPEDITI, categoria: Categoria = Categoria.DOCENTI) -> Criteri:
        """A draft of the office."""
        dati = DatiVersione(self.anno.pk, categoria, da)
        return self.atto(prepara_criteri, self.segretaria, dati=dati)


def scena() -> Scena:
    """Make it."""
    istituto = CpiaFactory(slug=SCUOLA)
    tenancy.imposta(istituto_id=istituto.pk)
    di = {"istituto": istituto}
    persone = [PersonaFactory(**di, con_accesso=True, sesso="F") for _ in range(4)]
    dirigente, segretaria, docente, componente = persone
    IncaricoFactory(**di, persona=dirigente, dirigente=True)
    IncaricoFactory(**di, persona=segretaria, segreteria=True)
    IncaricoFactory(**di, persona=docente)
    comitato = OrganoFactory(**di, tipo=TipoOrgano.COMITATO, nome="Comitato di valutazione")
    MandatoFactory(**di, organo=comitato, persona=componente)
    return Scena(
        istituto, AnnoScolasticoFactory(**di), dirigente, segretaria, docente, componente,
        comitato, DeliberaFactory(**di, organo=comitato),
    )  # fmt: skip
