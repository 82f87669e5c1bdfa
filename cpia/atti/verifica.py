"""What the verification of a paper tells to who holds its code, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cpia.atti import queries, rules
from cpia.atti.albo.queries.pubblico import pubblicazione_di
from cpia.atti.albo.righe import fino_a, oggetto
from cpia.atti.models import Documento, Pubblicazione
from cpia.scuola import parole
from cpia.scuola.models import Istituto


@dataclass(frozen=True)
class AllAlbo:
    """What may be told, in its days, of a paper that everybody can read on the albo."""

    anno: int
    numero: int
    titolo: str
    firmato_da: str
    fino_a: str
    byte: int


@dataclass(frozen=True)
class Esito:
    """The verdict and the data to compare; nothing of the content, nothing of the persons.

    Nor why a paper was annulled: a reason may name somebody, and anybody may hold the code.
    Only of a paper that is on the albo today the subject is told too: of a reserved one never, and
    the answer does not even say that it is one.
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
    albo: AllAlbo | None


def esito(documento: Documento, istituto: Istituto, oggi: date) -> Esito:
    """The answer of today: institute, number, date; and what the albo tells, while it does."""
    nuovo = queries.al_suo_posto(documento)
    pubblicazione = pubblicazione_di(documento, oggi)
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
        albo=_all_albo(documento, pubblicazione, oggi) if pubblicazione else None,
    )


def _all_albo(documento: Documento, pubblicazione: Pubblicazione, oggi: date) -> AllAlbo:
    return AllAlbo(
        anno=pubblicazione.anno or 0,
        numero=pubblicazione.numero or 0,
        titolo=oggetto(pubblicazione, oggi),
        firmato_da=documento.firmato_da,
        fino_a=fino_a(pubblicazione, oggi),
        byte=documento.byte or 0,
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
