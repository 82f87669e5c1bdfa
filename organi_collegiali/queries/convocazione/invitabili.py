"""Among whom one chooses the person to invite to a sitting."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cpia.scuola.models import Incarico, Persona

# A number of more digits is no id of a row.
ID_PIU_LUNGO = 18


def invitabili(istituto_id: int) -> QuerySet[Persona]:
    """Anybody whom the institute knows, and not by a mailbox alone."""
    return Persona.objects.filter(istituto_id=istituto_id, identita_da_accertare=False)


def con_incarico(persone: QuerySet[Persona], scelto: str) -> QuerySet[Persona]:
    """Of these who holds a role or did, and the one already chosen (the text of an id)."""
    proposti = Q(Exists(Incarico.objects.filter(persona=OuterRef("pk"))))
    if scelto.isdecimal() and len(scelto) < ID_PIU_LUNGO:
        proposti |= Q(pk=int(scelto))
    return persone.filter(proposti)
