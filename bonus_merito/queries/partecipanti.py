"""Who may take part in a procedure: the staff of its category, without who directs."""

from datetime import date

from django.db.models import QuerySet

from bonus_merito.enums import Categoria
from bonus_merito.models import Procedura
from bonus_merito.queries.visibili import CONCORRONO
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.queries import in_vigore


def partecipanti(procedura: Procedura, giorno: date) -> QuerySet[Persona]:
    """Who holds on a day a role of the category; tenure is ascertained later, by the office."""
    incarichi = Incarico.objects.filter(in_vigore(giorno), istituto_id=procedura.istituto_id)
    ruoli = CONCORRONO[Categoria(procedura.categoria)]
    dirige = incarichi.filter(ruolo=Ruolo.DIRIGENTE)
    return (
        Persona.objects.filter(
            istituto_id=procedura.istituto_id,
            pk__in=incarichi.filter(ruolo__in=ruoli).values("persona_id"),
        )
        .exclude(pk__in=dirige.values("persona_id"))
        .order_by("cognome", "nome", "id")
    )
