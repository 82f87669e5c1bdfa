"""Reads of the ground, always within one institute."""

from datetime import date

from django.db.models import Q, QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona


def istituto_per_slug(slug: str) -> Istituto | None:
    """The institute at this address of the portal, or None."""
    return Istituto.objects.filter(slug=slug).first()


def in_vigore(giorno: date, prefisso: str = "") -> Q:
    """The condition that an incarico (reached through ``prefisso``) is in force on a day."""
    return (
        Q(**{f"{prefisso}dal__lte": giorno})
        & (Q(**{f"{prefisso}al__isnull": True}) | Q(**{f"{prefisso}al__gte": giorno}))
        & Q(**{f"{prefisso}revocato_il__isnull": True})
    )


def persona_di(utente_id: int, istituto_id: int) -> Persona | None:
    """The person whom this login is in this institute, or None."""
    return Persona.objects.filter(istituto_id=istituto_id, utente_id=utente_id).first()


def incarichi_in_vigore(persona: Persona, giorno: date) -> list[Incarico]:
    """What a person may do on a day: nothing else counts. One query."""
    return list(
        Incarico.objects.filter(in_vigore(giorno), istituto_id=persona.istituto_id, persona=persona)
        .select_related("classe__corso", "cattedra__disciplina", "cattedra__classe__corso")
        .order_by("ruolo", "id")
    )


def persone_con_ruolo(
    istituto_id: int,
    ruolo: Ruolo,
    giorno: date,
    *,
    classe_id: int | None = None,
    cattedra_id: int | None = None,
) -> QuerySet[Persona]:
    """Who holds a role on a day, over a class or a subject when one is given."""
    incarichi = Incarico.objects.filter(in_vigore(giorno), istituto_id=istituto_id, ruolo=ruolo)
    if classe_id is not None:
        incarichi = incarichi.filter(classe_id=classe_id)
    if cattedra_id is not None:
        incarichi = incarichi.filter(cattedra_id=cattedra_id)
    return Persona.objects.filter(
        istituto_id=istituto_id, pk__in=incarichi.values("persona_id")
    ).order_by("cognome", "nome", "id")


def istituti_dell_utente(utente_id: int) -> list[Istituto]:
    """Where this login is somebody. Needs ``app.utente`` set: it looks across institutes."""
    return list(
        Istituto.objects.filter(
            pk__in=Persona.objects.filter(utente_id=utente_id).values("istituto_id")
        ).order_by("denominazione")
    )
