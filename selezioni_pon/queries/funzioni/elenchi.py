"""The procedures of a school, and what may be chosen when one is prepared."""

from django.db.models import Count, Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera
from selezioni_pon.models import ProceduraFunzioni
from selezioni_pon.queries.funzioni.visibili import procedure


def tutte(contesto: Contesto) -> list[ProceduraFunzioni]:
    """The procedures, the latest year first, with how many areas and functions. One query."""
    date = Q(aree__domande__attribuzione__isnull=False)
    return list(
        procedure(contesto)
        .select_related("anno_scolastico")
        .annotate(
            quante_aree=Count("aree", distinct=True),
            quante_date=Count("aree__domande__attribuzione", filter=date, distinct=True),
        )
        .order_by("-anno_scolastico__inizio", "-pk")
    )


def anni(contesto: Contesto) -> QuerySet[AnnoScolastico]:
    """The school years that the institute has, the latest first."""
    return AnnoScolastico.objects.filter(istituto=contesto.istituto).order_by("-inizio")


def collegio(contesto: Contesto) -> QuerySet[Delibera]:
    """The deliberations of the Collegio that may be named: neither reserved nor on persons."""
    return (
        Delibera.objects.filter(
            istituto=contesto.istituto, organo__tipo=TipoOrgano.COLLEGIO.value,
            riservata=False, su_persone=False,
        )
        .select_related("organo")
        .order_by("-adottata_il", "-pk")
    )  # fmt: skip
