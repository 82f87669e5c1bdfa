"""What the verification of a paper tells to who holds its code, in words."""

from dataclasses import dataclass

from django.utils import timezone

from cpia.atti import queries, rules
from cpia.atti.models import Documento
from cpia.scuola import parole
from cpia.scuola.models import Istituto


@dataclass(frozen=True)
class Esito:
    """The verdict and the data to compare; nothing of the content, nothing of the persons.

    Nor why a paper was annulled: a reason may name somebody, and anybody may hold the code.
    """

    stato: str
    emesso_da: str
    protocollo: str
    emesso_il: str
    pagine: int
    impronta: str
    annullato_il: str
    codice_nuovo: str
    nuovo: str


def esito(documento: Documento, istituto: Istituto) -> Esito:
    """The answer of today about a paper that was not published: institute, number, date."""
    nuovo = queries.al_suo_posto(documento)
    return Esito(
        stato=_stato(documento),
        emesso_da=rules.da_istituto(istituto.denominazione),
        protocollo=_numero(documento),
        emesso_il=parole.giorno_e_ora(documento.emesso_il),
        pagine=documento.pagine or 0,
        impronta=documento.impronta,
        annullato_il=parole.giorno_e_ora(documento.annullato_il) if documento.annullato_il else "",
        codice_nuovo=nuovo.codice_verifica if nuovo else "",
        nuovo=f"documento emesso {parole.giorno_e_ora(nuovo.emesso_il)}" if nuovo else "",
    )


def _stato(documento: Documento) -> str:
    if documento.annullato_il:
        return "annullato"
    return "sostituito" if documento.sostituito_da_id else "autentico"


def _numero(documento: Documento) -> str:
    if documento.protocollo is None:
        return ""
    giorno = timezone.localdate(documento.protocollo.registrato_il)
    return rules.etichetta_numero(documento.protocollo.numero, giorno)
