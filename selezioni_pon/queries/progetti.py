"""The projects of a school, with the searches made for each."""

from django.db.models import Count, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from selezioni_pon.models import Progetto, Selezione


def elenco(righe: QuerySet[Progetto]) -> list[Progetto]:
    """Those that somebody reads, the latest year first, with how many selections. One query."""
    quante = Count("selezioni", distinct=True)
    return list(righe.select_related("anno_scolastico").annotate(quante_selezioni=quante))


def anni(contesto: Contesto) -> QuerySet[AnnoScolastico]:
    """The school years in which a project may be, the latest first."""
    return AnnoScolastico.objects.filter(istituto=contesto.istituto).order_by("-inizio")


def selezioni_di(progetto: Progetto) -> list[Selezione]:
    """The selections of a project, each with its calls. Two queries."""
    return list(
        Selezione.objects.filter(istituto_id=progetto.istituto_id, progetto=progetto)
        .prefetch_related("avvisi")
        .order_by("ruolo")
    )
