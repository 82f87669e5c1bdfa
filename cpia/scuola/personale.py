"""The staff of an institute, and whether each of them can sign in."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)

from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.queries.scelte import colleghi
from cpia.scuola.models import Incarico, Invito, Persona, Utente
from cpia.scuola.queries import in_vigore

# Who studies, who answers for a student and who only applies for a post are not staff.
DA_FUORI = frozenset({Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.CANDIDATO})


class Accesso(TextChoices):
    """How far a person is from signing in."""

    SENZA = "senza", "Senza accesso"
    INVITATO = "invitato", "Invitati"
    MANCA_EMAIL = "manca_email", "Manca l’e-mail"
    FATTO = "fatto", "Con l’accesso"


def personale(istituto_id: int, adesso: datetime, giorno: date) -> QuerySet[Any]:
    """The persons who hold on a day a role of staff, with ``accesso`` and the last invitation.

    ``invitato_il`` and ``invito_scade_il`` are those of the last invitation not yet accepted.
    """
    incarichi = Incarico.objects.filter(in_vigore(giorno), istituto_id=istituto_id)
    di_oggi = Persona.objects.filter(
        istituto_id=istituto_id,
        pk__in=incarichi.exclude(ruolo__in=DA_FUORI).values("persona_id"),
    )
    return _con_accesso_annotato(di_oggi, adesso)


def da_fuori(istituto_id: int, ruolo: Ruolo, adesso: datetime, giorno: date) -> QuerySet[Any]:
    """Who holds on a day this role, which is not of staff, with the access as for the staff.

    ``fino_al`` is the last day of the role; None where none is written.
    """
    tenuti = Incarico.objects.filter(in_vigore(giorno), istituto_id=istituto_id, ruolo=ruolo)
    suoi = tenuti.filter(persona=OuterRef("pk")).order_by("-al")
    persone = Persona.objects.filter(istituto_id=istituto_id, pk__in=tenuti.values("persona_id"))
    return _con_accesso_annotato(persone.annotate(fino_al=Subquery(suoi.values("al")[:1])), adesso)


def _con_accesso_annotato(persone: QuerySet[Persona], adesso: datetime) -> QuerySet[Any]:
    ultimo = Invito.objects.filter(persona=OuterRef("pk"), accettato_il__isnull=True)
    ultimo = ultimo.order_by("-inviato_il", "-id")
    return (
        persone.annotate(
            invitato_il=Subquery(ultimo.values("inviato_il")[:1]),
            invito_scade_il=Subquery(ultimo.values("scade_il")[:1]),
        )
        .annotate(
            accesso=Case(
                When(utente__isnull=False, then=Value(Accesso.FATTO)),
                When(email="", then=Value(Accesso.MANCA_EMAIL)),
                When(invito_scade_il__gt=adesso, then=Value(Accesso.INVITATO)),
                default=Value(Accesso.SENZA),
                output_field=CharField(),
            )
        )
        .order_by("cognome", "nome", "id")
    )


def con_accesso(persone: QuerySet[Any], stato: str) -> QuerySet[Any]:
    """Only who is so far from signing in; all of them for a word that is no state."""
    return persone.filter(accesso=stato) if stato in Accesso.values else persone


def fra(persone: QuerySet[Any], ids: Iterable[int]) -> QuerySet[Any]:
    """Only these persons, whoever else was named."""
    return persone.filter(pk__in=list(ids))


def prime(persone: QuerySet[Any], quante: int) -> list[int]:
    """The ids of the first ones, in the order of the list."""
    return list(persone.values_list("pk", flat=True)[:quante])


def senza_incarico(istituto_id: int, adesso: datetime, giorno: date) -> QuerySet[Any]:
    """Who is not staff on a day but was, will be, or may become: to find them again."""
    di_oggi = Incarico.objects.filter(in_vigore(giorno), istituto_id=istituto_id)
    altri = colleghi(istituto_id).exclude(
        pk__in=di_oggi.exclude(ruolo__in=DA_FUORI).values("persona_id")
    )
    return _con_accesso_annotato(altri, adesso)


def con_incarichi(persone: QuerySet[Any], giorno: date) -> QuerySet[Any]:
    """The same persons, with the roles of the day in ``di_oggi``: one query more."""
    di_oggi = Incarico.objects.filter(in_vigore(giorno)).order_by("ruolo", "id")
    return persone.prefetch_related(Prefetch("incarichi", queryset=di_oggi, to_attr="di_oggi"))


def quanti_per_accesso(persone: QuerySet[Any]) -> dict[str, int]:
    """How many persons in each state; a state of nobody is not there."""
    righe = persone.order_by().values_list("accesso").annotate(Count("pk"))
    return dict(righe)


def accesso_per_email(email: str) -> Utente | None:
    """The login that somebody already uses with this address, in any institute."""
    utente = Utente.objects.filter(email=email.lower()).first()
    return utente if utente and utente.has_usable_password() else None
