"""What every paper has when it is issued: whose, who signs, when, number, code."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cpia.atti import carta
from cpia.atti.carta import Firma, Intestazione, Verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import etichetta_protocollo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.parole import con_maiuscola


@dataclass(frozen=True, slots=True)
class Emissione:
    """The day, the number and the signature under which a paper is issued."""

    istituto: Istituto
    firmatario: Persona
    giorno: date
    protocollo: Protocollo
    codice: str

    @property
    def intestazione(self) -> Intestazione:
        return carta.intestazione(self.istituto)

    @property
    def firma(self) -> Firma:
        return carta.firma(self.firmatario, self.giorno)

    @property
    def verifica(self) -> Verifica:
        return carta.verifica(self.istituto, self.codice)

    @property
    def protocollo_detto(self) -> str:
        """``Prot. n. 112 del 5 giugno 2024``."""
        giorno = timezone.localdate(self.protocollo.registrato_il)
        return con_maiuscola(etichetta_protocollo(self.protocollo.numero, giorno))
