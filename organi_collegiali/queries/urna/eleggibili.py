"""What can be elected at a sitting, and who may be."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cpia.scuola.models import Persona
from organi_collegiali.enums import Carica, Componente, RegolaPresidente, TipoOrgano, Titolo
from organi_collegiali.models import Composizione, Convocato, OrganoCollegiale, Seduta
from organi_collegiali.queries.cariche import mandati
from organi_collegiali.queries.organi import elettorato

ART_8 = "D.Lgs. 297/1994, art. 8: a maggioranza assoluta dei componenti, alla prima votazione"
# Their members, or some of them, are chosen by another organ.
ELETTI_DA_ALTRI = (
    TipoOrgano.COMITATO, TipoOrgano.GIUNTA, TipoOrgano.ORGANO_GARANZIA, TipoOrgano.COMMISSIONE_PFI,
    TipoOrgano.SEZIONE_PFI, TipoOrgano.COMMISSIONE_AVVISO,
)  # fmt: skip


@dataclass(frozen=True)
class Possibile:
    """A charge of the organ that sits, or the seats of a component in another organ."""

    organo: OrganoCollegiale
    carica: Carica | None = None
    componente: Componente | None = None
    posti: int = 1
    assoluta: bool = False

    @property
    def chiave(self) -> str:
        """How the address names it."""
        if self.carica:
            return str(self.carica)
        return f"{self.organo.pk}-{self.componente}"

    @property
    def nome(self) -> str:
        if self.carica:
            return f"{self.carica.etichetta.capitalize()}, {self.organo}"
        return f"{self.organo}: {(self.componente or Componente.DOCENTI).in_frase}"


def possibili(seduta: Seduta, oggi: date) -> list[Possibile]:
    """What the organ of a sitting may elect: its charges, the seats of who sits here elsewhere.

    Two queries.
    """
    organo = seduta.organo
    cariche = [
        Possibile(organo, carica=carica, assoluta=_assoluta(organo, carica))
        for carica in _elettive(organo)
    ]
    righe = Composizione.objects.filter(
        Q(organo__al__isnull=True) | Q(organo__al__gte=oggi),
        istituto_id=seduta.istituto_id,
        organo__tipo__in=ELETTI_DA_ALTRI,
        titolo__in=[Titolo.ELETTO, Titolo.DESIGNATO],
    ).exclude(organo=organo)
    if organo.tipo != TipoOrgano.CONSIGLIO_ISTITUTO:
        # The Consiglio elects the Giunta among its own members (art. 8 c. 7), nobody else does.
        righe = righe.exclude(organo__tipo=TipoOrgano.GIUNTA)
    qui = set(seduta.convocati.filter(con_voto=True).values_list("componente", flat=True))
    altrove = [
        Possibile(riga.organo, componente=Componente(riga.componente), posti=riga.posti or 1)
        for riga in righe.select_related("organo").order_by("organo__nome", "id")
        if riga.componente in qui
    ]
    return [*cariche, *altrove]


def _elettive(organo: OrganoCollegiale) -> list[Carica]:
    """Where the dirigente presides there is no president to elect."""
    if organo.regola_presidente in (RegolaPresidente.ELETTO, RegolaPresidente.ELETTO_GENITORI):
        return list(Carica)
    return [Carica.SEGRETARIO] if organo.tipo != TipoOrgano.COMITATO else list(Carica)[1:]


def _assoluta(organo: OrganoCollegiale, carica: Carica) -> bool:
    return organo.tipo == TipoOrgano.CONSIGLIO_ISTITUTO and carica is Carica.PRESIDENTE


def eleggibili(seduta: Seduta, possibile: Possibile, oggi: date) -> list[Persona]:
    """Who may be elected: who sits in the organ, for a charge; else who is convened.

    To the Comitato or to the Organo di garanzia the Consiglio may send any teacher of the school,
    to the Giunta only its own members (D.Lgs. 297/1994 artt. 8 c. 7 and 11). Two queries at most.
    """
    if possibile.carica:
        righe = mandati(possibile.organo, oggi).filter(con_voto=True)
        if _solo_genitori(possibile):
            righe = righe.filter(componente=Componente.GENITORI)
        return [mandato.persona for mandato in righe]
    trovati = {convocato.persona for convocato in _convocati(seduta, possibile)}
    if possibile.componente is Componente.DOCENTI and possibile.organo.tipo != TipoOrgano.GIUNTA:
        trovati |= set(elettorato.eleggibili(possibile.organo, possibile.componente, oggi))
    return sorted(trovati, key=lambda persona: (persona.cognome, persona.nome, persona.pk))


def _solo_genitori(possibile: Possibile) -> bool:
    presidente = possibile.carica in (Carica.PRESIDENTE, Carica.VICEPRESIDENTE)
    return presidente and possibile.organo.regola_presidente == RegolaPresidente.ELETTO_GENITORI


def _convocati(seduta: Seduta, possibile: Possibile) -> QuerySet[Convocato]:
    return Convocato.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, con_voto=True,
        componente=possibile.componente,
    ).select_related("persona")  # fmt: skip
