"""Reads of the ground, always within one institute."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.rules import RESTA_IN_CARICA
from cpia.scuola.models import Incarico, Istituto, Persona


def istituto_per_slug(slug: str) -> Istituto | None:
    """The institute at this address of the portal, or None."""
    return Istituto.objects.filter(slug=slug).first()


def nei_suoi_giorni(giorno: date, prefisso: str = "") -> Q:
    """The condition that a day is within an incarico that nobody has withdrawn."""
    return (
        Q(**{f"{prefisso}dal__lte": giorno})
        & (Q(**{f"{prefisso}al__isnull": True}) | Q(**{f"{prefisso}al__gte": giorno}))
        & Q(**{f"{prefisso}revocato_il__isnull": True})
    )


def sospeso(giorno: date, prefisso: str = "") -> Exists:
    """The condition that on a day somebody else acts in place of who holds the incarico."""
    return Exists(
        Incarico.objects.filter(nei_suoi_giorni(giorno), sostituisce=OuterRef(f"{prefisso}pk"))
        .exclude(ruolo__in=RESTA_IN_CARICA)
        .order_by()
    )


def in_vigore(giorno: date, prefisso: str = "") -> Q:
    """The condition that an incarico (reached through ``prefisso``) is in force on a day."""
    return nei_suoi_giorni(giorno, prefisso) & Q(~sospeso(giorno, prefisso))


def persona_di(utente_id: int, istituto_id: int) -> Persona | None:
    """The person whom this login is in this institute, or None."""
    return Persona.objects.filter(istituto_id=istituto_id, utente_id=utente_id).first()


def incarichi_del_giorno(persona: Persona, giorno: date) -> list[Any]:
    """The roles of a person whose days these are, each with ``in_sospeso``. One query.

    While another acts in the place of who holds it an incarico allows nothing: it is in suspense.
    Who has only proved a mailbox may apply for a post, whatever else was given to that name.
    """
    tenuti = Incarico.objects.filter(
        nei_suoi_giorni(giorno), istituto_id=persona.istituto_id, persona=persona
    )
    if persona.identita_da_accertare:
        tenuti = tenuti.filter(ruolo=Ruolo.CANDIDATO)
    return list(
        tenuti.annotate(in_sospeso=sospeso(giorno))
        .select_related(
            "classe__corso",
            "classe__anno_scolastico",
            "cattedra__disciplina",
            "cattedra__classe__corso",
            "cattedra__classe__anno_scolastico",
            "sostituisce__persona",
        )
        .order_by("ruolo", "id")
    )


def incarichi_in_vigore(persona: Persona, giorno: date) -> list[Incarico]:
    """What a person may do on a day: nothing else counts. One query."""
    return [i for i in incarichi_del_giorno(persona, giorno) if not i.in_sospeso]


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
