"""The calls for people of outside, who has registered for them, what the school knew of them."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.personale import da_fuori
from cpia.scuola.queries import in_vigore
from selezioni_pon.enums import OrdineAvvisi, StatoAvviso, StatoIscrizione, StatoProposta
from selezioni_pon.models import (
    Avviso,
    Contratto,
    Invio,
    IscrizioneEsperto,
    Proposta,
    RegistrazioneCandidato,
)
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.visibili import FASI_APERTE, IN_SERVIZIO, UFFICIO, per_esterni
from selezioni_pon.rules.esterni import Noto

UN_GIORNO = timedelta(days=1)
DI_CASA = IN_SERVIZIO | UFFICIO | {Ruolo.DIRIGENTE}


def aperti_agli_esterni(istituto_id: int, adesso: datetime) -> QuerySet[Avviso]:
    """The calls that people of outside may still answer, the first to close on top."""
    return (
        Avviso.objects.filter(
            per_esterni(), istituto_id=istituto_id, stato=StatoAvviso.PUBBLICATO.value,
            scade__gte=adesso.replace(microsecond=0),
        )
        .select_related("selezione__progetto", "pubblicazione")
        .order_by("scade", "pk")
    )  # fmt: skip


def riguarda_gli_esterni(avviso: Avviso) -> bool:
    """Whether people of outside may apply. No query once published."""
    return (
        avviso.fase in FASI_APERTE or regole_di(avviso).avviso.ordine.valore is OrdineAvvisi.UNICO
    )


def di_questo_codice(istituto_id: int, codice_fiscale: str) -> QuerySet[Persona]:
    """Who has this codice fiscale in the school: one at most."""
    return Persona.objects.filter(
        istituto_id=istituto_id, codice_fiscale=codice_fiscale
    ).select_related("utente")


def di_questa_email(istituto_id: int, email: str) -> QuerySet[Persona]:
    """Who uses this mailbox in the school, for letters or to sign in."""
    sua = Q(email__iexact=email) | Q(utente__email__iexact=email)
    return Persona.objects.filter(sua, istituto_id=istituto_id).order_by("pk")


def che_si_sa(istituto_id: int, codice_fiscale: str, email: str) -> Noto:
    """What the school knows already of somebody. Two queries."""
    persona = di_questo_codice(istituto_id, codice_fiscale).first()
    con_la_stessa = set(di_questa_email(istituto_id, email).values_list("pk", flat=True))
    altri = con_la_stessa - ({persona.pk} if persona else set())
    return Noto(
        persona=persona is not None,
        stessa_email=persona is not None and persona.pk in con_la_stessa,
        email_di_altri=bool(altri),
    )


def lettere_di_oggi(istituto_id: int, email: str, adesso: datetime) -> int:
    """How many letters have gone to a mailbox in the last twenty-four hours."""
    return RegistrazioneCandidato.objects.filter(
        istituto_id=istituto_id, email=email, chiesta_il__gt=adesso - UN_GIORNO
    ).count()


def registrazioni_di_oggi(istituto_id: int, adesso: datetime) -> int:
    """How many people asked to register in the last twenty-four hours."""
    return RegistrazioneCandidato.objects.filter(
        istituto_id=istituto_id, chiesta_il__gt=adesso - UN_GIORNO
    ).count()


def lavora_qui(persona: Persona, giorno: date) -> bool:
    """Whether somebody reads the calls as one of the school, without any other role."""
    return Incarico.objects.filter(
        in_vigore(giorno), istituto_id=persona.istituto_id, persona=persona, ruolo__in=DI_CASA
    ).exists()


def candidati(contesto: Contesto) -> QuerySet[Any]:
    """Who holds today the role of who applies from outside, with ``accesso`` and ``fino_al``."""
    return da_fuori(contesto.istituto.pk, Ruolo.CANDIDATO, contesto.adesso, contesto.oggi)


def registrati(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """Who holds on a day the role of who applies from outside."""
    incarichi = Incarico.objects.filter(
        in_vigore(giorno), istituto_id=istituto_id, ruolo=Ruolo.CANDIDATO
    )
    return Persona.objects.filter(
        istituto_id=istituto_id, pk__in=incarichi.values("persona_id")
    ).order_by("cognome", "nome", "id")


def ancora_in_procedura(istituto_id: int, oggi: date) -> QuerySet[Persona]:
    """Who has sent an application to a call not yet over, or has a post or the offer of one.

    Also who is in the register of experts, or has asked to be.
    """
    di_qui = {"istituto_id": istituto_id}
    inviate = Invio.objects.filter(
        **di_qui, sostituito_il__isnull=True, ritirato_il__isnull=True,
        candidatura__avviso__stato=StatoAvviso.PUBBLICATO.value,
    )  # fmt: skip
    proposte = Proposta.objects.filter(**di_qui, stato=StatoProposta.IN_ATTESA.value)
    incarichi = Contratto.objects.filter(**di_qui, al__gte=oggi, chiuso_il__isnull=True)
    nell_albo = IscrizioneEsperto.objects.filter(
        Q(stato=StatoIscrizione.CHIESTA.value)
        | Q(stato=StatoIscrizione.ISCRITTA.value, scade__gte=oggi),
        **di_qui,
    )
    return Persona.objects.filter(
        Q(pk__in=inviate.values("candidatura__persona_id"))
        | Q(pk__in=proposte.values("candidatura__persona_id"))
        | Q(pk__in=incarichi.values("proposta__candidatura__persona_id"))
        | Q(pk__in=nell_albo.values("persona_id")),
        **di_qui,
    )
