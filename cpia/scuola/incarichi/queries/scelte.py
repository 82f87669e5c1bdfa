"""What one may choose from when a role is given."""

from typing import Any

from django.db.models import Q, QuerySet

from cpia.scuola.incarichi.queries.parole import CONFERIBILI
from cpia.scuola.models import Cattedra, Classe, Incarico, Iscrizione, Persona, Responsabilita, Sede


def del_personale(istituto_id: int) -> Any:
    """The ids of who has, had or will have a role of staff."""
    return Incarico.objects.filter(istituto_id=istituto_id, ruolo__in=CONFERIBILI).values(
        "persona_id"
    )


def colleghi(istituto_id: int) -> QuerySet[Persona]:
    """Who works, worked or may come to work here: not who only studies or answers for another."""
    studiano = Iscrizione.objects.filter(istituto_id=istituto_id).values("persona_id")
    rispondono = Responsabilita.objects.filter(istituto_id=istituto_id).values("adulto_id")
    return Persona.objects.filter(
        Q(pk__in=del_personale(istituto_id)) | ~Q(pk__in=studiano) & ~Q(pk__in=rispondono),
        istituto_id=istituto_id,
    ).order_by("cognome", "nome", "id")


def colleghi_di(persona: Persona) -> QuerySet[Persona]:
    """Who may stand in for a person."""
    return colleghi(persona.istituto_id).exclude(pk=persona.pk)


def sedi(istituto_id: int) -> QuerySet[Sede]:
    """The sites of the institute."""
    return Sede.objects.filter(istituto_id=istituto_id)


def classi(istituto_id: int, dall_anno: int) -> QuerySet[Classe]:
    """The classes of a school year and of the following ones."""
    return Classe.objects.filter(
        istituto_id=istituto_id, anno_scolastico__inizio__gte=dall_anno
    ).select_related("corso", "anno_scolastico")


def cattedre(istituto_id: int, dall_anno: int) -> QuerySet[Cattedra]:
    """The subjects of the classes of a school year and of the following ones."""
    return (
        Cattedra.objects.filter(
            istituto_id=istituto_id, classe__anno_scolastico__inizio__gte=dall_anno
        )
        .select_related("disciplina", "gruppo", "classe__corso", "classe__anno_scolastico")
        .order_by("classe__anno_di_corso", "classe__sezione", "classe__corso__sigla", "pk")
    )
