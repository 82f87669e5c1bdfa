"""Whom a call concerns among those who work in the school."""

from datetime import date

from django.db.models import QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore
from selezioni_pon.enums import Fase, OrdineAvvisi
from selezioni_pon.models import Avviso
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.visibili import IN_SERVIZIO, UFFICIO


def in_servizio(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """Who may apply as the school’s own staff on a day; never who directs it."""
    incarichi = Incarico.objects.filter(in_vigore(giorno), istituto_id=istituto_id)
    dirige = incarichi.filter(ruolo=Ruolo.DIRIGENTE)
    return (
        Persona.objects.filter(
            istituto_id=istituto_id,
            pk__in=incarichi.filter(ruolo__in=IN_SERVIZIO | UFFICIO).values("persona_id"),
        )
        .exclude(pk__in=dirige.values("persona_id"))
        .order_by("cognome", "nome", "id")
    )


def riguarda_il_personale(avviso: Avviso) -> bool:
    """Whether the staff may apply: a call for them, or one for all. No query once published."""
    if avviso.fase == Fase.INTERNI:
        return True
    return regole_di(avviso).avviso.ordine.valore is OrdineAvvisi.UNICO


def responsabili(istituto_id: int, giorno: date) -> QuerySet[Persona]:
    """Who may be responsible for the procedure: who directs, the DSGA, the office, who teaches."""
    incarichi = Incarico.objects.filter(
        in_vigore(giorno),
        istituto_id=istituto_id,
        ruolo__in=IN_SERVIZIO | UFFICIO | {Ruolo.DIRIGENTE},
    )
    return Persona.objects.filter(
        istituto_id=istituto_id, pk__in=incarichi.values("persona_id")
    ).order_by("cognome", "nome", "id")
