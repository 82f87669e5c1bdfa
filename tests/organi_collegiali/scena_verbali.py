"""A closed sitting of four whose minutes are in draft, and the sitting that will approve them."""

from dataclasses import dataclass
from datetime import timedelta

from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Carica, Componente, EsitoPunto, NaturaPunto, Presenza
from organi_collegiali.models import OrganoCollegiale, Punto, Seduta, Verbale
from organi_collegiali.services.verbali.lettura_verbali import metti_in_lettura
from organi_collegiali.services.verbali.verbali import approva_verbale, apri_verbale
from tests.factories.organi import (
    ConvocatoFactory,
    DeliberaFactory,
    MandatoFactory,
    MovimentoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    UtenteFactory,
    contesto,
)


@dataclass(frozen=True)
class Scena:
    """``personale`` is the item on a person; ``successiva`` puts the minutes to the vote."""

    istituto: Istituto
    organo: OrganoCollegiale
    seduta: Seduta
    punto: Punto
    personale: Punto
    successiva: Punto
    verbale: Verbale
    presidente: Persona
    segretario: Persona
    consigliere: Persona
    segretaria: Persona

    def come(self, persona: Persona) -> Contesto:
        return contesto(persona)

    def in_lettura(self) -> Verbale:
        return metti_in_lettura(
            autore=contesto(self.segretario), adesso=ADESSO, verbale_id=self.verbale.pk
        )

    def approva(self) -> Verbale:
        return approva_verbale(
            autore=contesto(self.presidente), adesso=ADESSO, punto=self.successiva
        )


def scena(*, riservata: bool = False) -> Scena:
    """Needs the database; the institute stays set by who asks."""
    istituto = IstitutoFactory()
    with tenancy.istituto_corrente(istituto.pk):
        return _scena(istituto, riservata=riservata)


def _scena(istituto: Istituto, *, riservata: bool) -> Scena:
    organo = OrganoFactory(istituto=istituto, nome="Consiglio d’istituto")
    presidente, segretario, consigliere, segretaria = (
        PersonaFactory(istituto=istituto, utente=UtenteFactory()) for _ in range(4)
    )
    IncaricoFactory(
        istituto=istituto, persona=segretaria, ruolo=Ruolo.SEGRETERIA_PROTOCOLLO, dal=ADESSO.date()
    )
    seduta = SedutaFactory(
        istituto=istituto, organo=organo, chiusa=True, presiede=presidente, verbalizza=segretario,
        in_carica=4, riservata=riservata,
    )  # fmt: skip
    for persona, carica in (
        (presidente, Carica.PRESIDENTE), (segretario, Carica.SEGRETARIO), (consigliere, ""),
    ):  # fmt: skip
        mandato = MandatoFactory(
            istituto=istituto, organo=organo, persona=persona, carica=carica,
            componente=Componente.GENITORI,
        )  # fmt: skip
        convocato = ConvocatoFactory(
            istituto=istituto, seduta=seduta, mandato=mandato, presenza=Presenza.PRESENTE
        )
        MovimentoFactory(istituto=istituto, convocato=convocato, quando=seduta.aperta_il)
    punto = PuntoFactory(
        istituto=istituto, seduta=seduta, ordine=1, esito=EsitoPunto.DELIBERATO,
        discussione="Il presidente illustra la proposta.",
    )  # fmt: skip
    DeliberaFactory(
        istituto=istituto, organo=organo, seduta=seduta, punto=punto, numero=86,
        premesse=[{"premessa": "visto", "testo": "il Programma annuale"}],
    )  # fmt: skip
    personale = PuntoFactory(
        istituto=istituto, seduta=seduta, ordine=2, esito=EsitoPunto.TRATTATO, su_persone=True,
        natura=NaturaPunto.SENZA_VOTO, titolo="Richiesta della famiglia Zanobini",
        titolo_pubblico="Una richiesta", discussione="La famiglia Zanobini chiede un rimborso.",
    )  # fmt: skip
    verbale = apri_verbale(autore=contesto(segretario), adesso=ADESSO, seduta=seduta)
    successiva = PuntoFactory(
        istituto=istituto, natura=NaturaPunto.VERBALE, verbale_di=seduta, ordine=1,
        seduta=SedutaFactory(
            istituto=istituto, organo=organo, convocata=True,
            inizio_previsto=ADESSO + timedelta(days=7),
        ),
    )  # fmt: skip
    return Scena(
        istituto, organo, seduta, punto, personale, successiva, verbale, presidente, segretario,
        consigliere, segretaria,
    )  # fmt: skip
