"""What the rules judge a new role, a new end, a substitution against."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.queries.parole import DOVE, con_tutto, in_parole, posto
from cpia.scuola.incarichi.rules import Periodo, Titolo
from cpia.scuola.models import Incarico, Persona


def come_titolo(incarico: Incarico) -> Titolo:
    """An incarico as the rules see it; needs the person and what it is held over loaded."""
    return Titolo(
        id=incarico.pk or 0,
        persona=incarico.persona_id,
        ruolo=incarico.ruolo,
        posto=posto(incarico),
        periodo=Periodo(incarico.dal, incarico.al),
        nome=incarico.persona.nome_e_cognome,
        cosa=in_parole(incarico),
        sostituisce=incarico.sostituisce_id,
    )


def dello_stesso_posto(incarico: Incarico) -> list[Titolo]:
    """Who else holds the same thing, whenever. One query."""
    su = DOVE.get(Ruolo(incarico.ruolo), "")
    righe = Incarico.objects.filter(
        istituto_id=incarico.istituto_id, ruolo=incarico.ruolo, revocato_il__isnull=True
    )
    if su:
        righe = righe.filter(**{f"{su}_id": getattr(incarico, f"{su}_id")})
    return titoli(righe)


def titoli(righe: QuerySet[Incarico]) -> list[Titolo]:
    """These incarichi as the rules see them. One query."""
    return [come_titolo(riga) for riga in con_tutto(righe)]


def intorno_alla_sostituzione(titolari: Collection[Incarico], sostituto: Persona) -> list[Titolo]:
    """The other substitutions of these incarichi, and what the substitute holds. One query."""
    return titoli(
        Incarico.objects.filter(
            Q(sostituisce__in=titolari) | Q(persona=sostituto),
            istituto_id=sostituto.istituto_id,
            revocato_il__isnull=True,
        )
    )


def intorno_al_termine(incarico: Incarico) -> list[Titolo]:
    """What a new last day is judged against. One query."""
    if incarico.sostituisce_id is None:
        return dello_stesso_posto(incarico)
    titolare = Q(pk=incarico.sostituisce_id) | Q(sostituisce=incarico.sostituisce_id)
    return titoli(
        Incarico.objects.filter(
            titolare, istituto_id=incarico.istituto_id, revocato_il__isnull=True
        )
    )
