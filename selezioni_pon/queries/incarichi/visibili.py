"""Which proposals and contracts somebody reads: all who prepares, of one's own who applied."""

from django.db.models import Q, QuerySet

from cpia.scuola.access import Contesto
from selezioni_pon.models import Contratto, Proposta
from selezioni_pon.queries.visibili import prepara


def proposte(contesto: Contesto) -> QuerySet[Proposta]:
    """The proposals that somebody reads. No query by itself."""
    righe = Proposta.objects.filter(istituto=contesto.istituto)
    if prepara(contesto):
        return righe
    return righe.filter(candidatura__persona=contesto.persona)


def contratti(contesto: Contesto) -> QuerySet[Contratto]:
    """The contracts that somebody reads: the own one once it is issued. No query by itself."""
    righe = Contratto.objects.filter(istituto=contesto.istituto)
    if prepara(contesto):
        return righe
    return righe.filter(proprio(contesto), documento__isnull=False)


def proprio(contesto: Contesto) -> Q:
    """The condition, on a contract, that it is of who asks."""
    return Q(proposta__candidatura__persona=contesto.persona)
