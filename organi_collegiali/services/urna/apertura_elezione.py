"""The election of persons at a sitting: its candidates, its seats, its vote."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.enums import Carica, Componente, FormaVotazione, GenereVotazione
from organi_collegiali.enums import ModoVotazione as Modo
from organi_collegiali.models import ElezioneInSeduta, OrganoCollegiale, Votazione
from organi_collegiali.rules.urna.liste import ListaDiCandidati, verifica_lista
from organi_collegiali.services.organi.posti import esigi_liberi, esigi_posti
from organi_collegiali.services.voto.votazioni import VoceDaVotare, apri_votazione


@dataclass(frozen=True, slots=True)
class CheCosaElegge:
    """A charge of an organ, or so many who sit in it for a component."""

    organo: OrganoCollegiale
    dal: date
    carica: Carica | None = None
    componente: Componente | None = None
    posti: int = 1
    preferenze: int = 1
    assoluta: bool = False
    al: date | None = None
    fonte: str = ""

    @property
    def testo(self) -> str:
        if self.carica:
            return f"Elezione: {self.carica.etichetta}, {self.organo}"
        chi = self.componente.in_frase if self.componente else ""
        return f"Elezione: {chi}, {self.organo}; {self.posti} da eleggere"


@transaction.atomic
def apri_elezione(
    *,
    autore: Contesto,
    adesso: datetime,
    punto_id: int,
    che_cosa: CheCosaElegge,
    candidati: Sequence[int],
    eleggibili: Collection[int],
    modo: Modo,
) -> Votazione:
    """Open a secret vote by preferences on an item; who runs the sitting may.

    ``candidati`` are persons, in the order of the list. Raises AttoRifiutato: who may not be
    elected, fewer candidates than seats, more preferences than seats.
    """
    lista = ListaDiCandidati(tuple(candidati), che_cosa.posti, che_cosa.preferenze)
    esigi(verifica_lista(lista, eleggibili))
    if che_cosa.componente is not None:
        esigi_posti(che_cosa.organo, che_cosa.componente, che_cosa.posti, che_cosa.dal)
        esigi_liberi(che_cosa.organo, candidati, che_cosa.dal, "candidati")
    persone = Persona.objects.filter(istituto=autore.istituto).in_bulk(candidati)
    votazione = apri_votazione(
        autore=autore,
        adesso=adesso,
        punto_id=punto_id,
        genere=GenereVotazione.ELEZIONE,
        forma=FormaVotazione.SEGRETA,
        modo=modo,
        testo=che_cosa.testo,
        proposte=[VoceDaVotare(str(persone[pk]), pk) for pk in candidati],
    )
    ElezioneInSeduta.objects.create(
        istituto=autore.istituto,
        votazione=votazione,
        organo=che_cosa.organo,
        carica=che_cosa.carica or "",
        componente=che_cosa.componente or "",
        posti=che_cosa.posti,
        preferenze=che_cosa.preferenze,
        assoluta=che_cosa.assoluta,
        fonte=che_cosa.fonte,
        dal=che_cosa.dal,
        al=che_cosa.al,
    )
    return votazione
