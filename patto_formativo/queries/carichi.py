"""The tutors of today and how many persons each already follows."""

from django.db.models import Count, Q

from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from patto_formativo.enums import StatoCorsista
from patto_formativo.queries.accoglienza import tutor_possibili

SEGUITI = Count("corsisti_seguiti", filter=Q(corsisti_seguiti__stato=StatoCorsista.ATTIVO.value))


def tutor_con_carico(contesto: Contesto) -> list[tuple[Persona, int]]:
    """Each tutor with how many follow a path with them. One query."""
    tutor = tutor_possibili(contesto.istituto, contesto.oggi).annotate(quanti=SEGUITI)
    return [(chi, chi.quanti) for chi in tutor]
