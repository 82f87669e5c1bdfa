"""A Consiglio about to be convened: who sits in it, who signs, who prepares, its first notice."""

from dataclasses import dataclass
from datetime import timedelta

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import (
    Carica,
    Componente,
    GenereAtto,
    NaturaPunto,
    StatoSeduta,
)
from organi_collegiali.models import Avviso, OrganoCollegiale, Seduta
from organi_collegiali.services.invio.firma import firma_avviso
from organi_collegiali.services.invio.invio import invia_avviso
from tests.factories.organi import MandatoFactory, OrganoFactory, PuntoFactory, SedutaFactory
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

GIORNO = timedelta(days=1)


@dataclass(frozen=True)
class Casa:
    """The persons of the tests and the sitting that they convene."""

    istituto: Istituto
    organo: OrganoCollegiale
    seduta: Seduta
    avviso: Avviso
    presidente: Persona
    segretaria: Persona
    consigliera: Persona
    senza_posta: Persona

    def firma(self, avviso: Avviso | None = None, **altro: object) -> Avviso:
        """Signed by who presides."""
        return firma_avviso(
            **{
                "autore": contesto(self.presidente),
                "adesso": ADESSO,
                "avviso_id": (avviso or self.avviso).pk,
            }
            | altro
        )

    def invia(self, avviso: Avviso | None = None, **altro: object) -> Avviso:
        """Sent by the office."""
        return invia_avviso(
            **{
                "autore": contesto(self.segretaria),
                "adesso": ADESSO,
                "avviso_id": (avviso or self.avviso).pk,
            }
            | altro
        )

    def convocata(self) -> Seduta:
        """Signed and sent."""
        self.firma()
        self.invia()
        self.seduta.refresh_from_db()
        return self.seduta


def casa(**della_seduta: object) -> Casa:
    """Make it: the sitting is in ten days, with two items, and its notice waits to be signed."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    organo = OrganoFactory(istituto=istituto, nome="Consiglio d’istituto")
    segretaria = _persona(istituto, "Segretaria", Ruolo.SEGRETERIA_DIDATTICA)
    presidente = _persona(istituto, "Presidente", Ruolo.RESPONSABILE, sesso="F")
    consigliera = _persona(istituto, "Consigliera", Ruolo.RESPONSABILE)
    senza_posta = PersonaFactory(istituto=istituto, cognome="Senzaposta")
    for persona, altro in (
        (presidente, {"componente": Componente.GENITORI, "carica": Carica.PRESIDENTE}),
        (consigliera, {"componente": Componente.GENITORI}),
        (senza_posta, {"componente": Componente.ATA}),
    ):
        MandatoFactory(istituto=istituto, organo=organo, persona=persona, **altro)
    scritto = {
        "inizio_previsto": ADESSO + 10 * GIORNO,
        "stato": StatoSeduta.ALLA_FIRMA,
        "preparata_da": segretaria,
    } | della_seduta
    seduta = SedutaFactory(istituto=istituto, organo=organo, **scritto)
    for ordine, natura in ((1, NaturaPunto.DELIBERA), (2, NaturaPunto.VARIE)):
        PuntoFactory(istituto=istituto, seduta=seduta, ordine=ordine, natura=natura)
    avviso = Avviso.objects.create(
        istituto=istituto, seduta=seduta, genere=GenereAtto.CONVOCAZIONE.value
    )
    return Casa(istituto, organo, seduta, avviso, presidente, segretaria, consigliera, senza_posta)


def _persona(istituto: Istituto, cognome: str, ruolo: Ruolo, **altro: object) -> Persona:
    persona = PersonaFactory(istituto=istituto, cognome=cognome, con_accesso=True, **altro)
    IncaricoFactory(persona=persona, istituto=istituto, ruolo=ruolo, cattedra=None)
    return persona
