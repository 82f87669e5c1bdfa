"""A Consiglio in session with an item that was voted, ready to be deliberated."""

from dataclasses import dataclass

from cpia.scuola import tenancy
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import Componente, ModoVotazione, StatoVotazione, TipoOrgano
from organi_collegiali.models import Convocato, OrganoCollegiale, Punto, Seduta, Votazione
from tests.factories.organi import (
    ConvocatoFactory,
    MandatoFactory,
    MovimentoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
    VotazioneFactory,
)
from tests.factories.scuola import ADESSO, IncaricoFactory, IstitutoFactory, PersonaFactory

PREMESSE = [
    {"premessa": "visto", "testo": "il Programma annuale"},
    {"premessa": "preso_atto", "testo": "delle somme accreditate"},
]


@dataclass(frozen=True)
class Scena:
    """Who is in it: the dirigente, the office, a member who votes; the rest hangs on the organ."""

    istituto: Istituto
    dirigente: Persona
    segretaria: Persona
    componente: Persona
    organo: OrganoCollegiale
    seduta: Seduta
    convocato: Convocato


def scena(
    tipo: TipoOrgano = TipoOrgano.CONSIGLIO_ISTITUTO, istituto: Istituto | None = None
) -> Scena:
    """A school of its own, which becomes the institute of the test unless it is given."""
    if istituto is None:
        istituto = IstitutoFactory()
        tenancy.imposta(istituto_id=istituto.pk)
    dirigente = IncaricoFactory(istituto=istituto, dirigente=True).persona
    segretaria = IncaricoFactory(istituto=istituto, segreteria=True).persona
    componente = PersonaFactory(istituto=istituto)
    organo = OrganoFactory(istituto=istituto, tipo=tipo)
    seduta = SedutaFactory(
        istituto=istituto,
        organo=organo,
        in_corso=True,
        preparata_da=segretaria,
        presiede=componente,
        verbalizza=componente,
    )
    mandato = MandatoFactory(
        istituto=istituto, organo=organo, persona=componente, componente=Componente.GENITORI
    )
    convocato = ConvocatoFactory(istituto=istituto, seduta=seduta, mandato=mandato)
    MovimentoFactory(istituto=istituto, convocato=convocato, quando=seduta.aperta_il)
    return Scena(istituto, dirigente, segretaria, componente, organo, seduta, convocato)


def punto(scena: Scena, **altro: object) -> Punto:
    """An item with its premises and its text."""
    dati = {"premesse": PREMESSE, "testo_proposto": "di approvare le variazioni"} | altro
    return PuntoFactory(istituto=scena.istituto, seduta=scena.seduta, **dati)


def votata(scena: Scena, del_punto: Punto | None = None, **altro: object) -> Votazione:
    """A closed vote that was approved: eleven for, one against, two abstained."""
    trattato = del_punto or punto(scena)
    dati = {
        "testo": trattato.testo_proposto, "stato": StatoVotazione.CHIUSA,
        "chiusa_il": ADESSO, "approvata": True,
        "favorevoli": 11, "contrari": 1, "astenuti": 2, "bianche": 0, "nulle": 0,
        "modo": ModoVotazione.ALZATA,
    } | altro  # fmt: skip
    return VotazioneFactory(istituto=scena.istituto, punto=trattato, **dati)
