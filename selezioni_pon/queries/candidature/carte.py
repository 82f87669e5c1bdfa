"""Which papers of the applications somebody reads: page, file and search judge the same."""

from django.db.models import Q, QuerySet

from cpia.scuola.access import Contesto
from selezioni_pon.models import Candidatura, Invio
from selezioni_pon.queries.candidature.inviate import IN_VIGORE, secondo
from selezioni_pon.queries.candidature.riserbo import chiuse_a_chi_siede
from selezioni_pon.queries.visibili import PREPARANO, vesti


def carte_delle_candidature(contesto: Contesto) -> dict[str, Q]:
    """The paper that one signs is of whoever signs it; the receipt also of the office, in time.

    No query by itself.
    """
    proprie = Candidatura.objects.filter(istituto=contesto.istituto, persona=contesto.persona)
    return {
        "domanda_selezione": Q(pk__in=proprie.values("documento")),
        "ricevuta_candidatura": Q(pk__in=leggibili(contesto).values("documento")),
    }


def leggibili(contesto: Contesto) -> QuerySet[Invio]:
    """What was sent that somebody reads outside the commission: as ``access.inviate``."""
    righe = Invio.objects.filter(istituto=contesto.istituto)
    proprie = Q(candidatura__persona=contesto.persona)
    if vesti(contesto).isdisjoint(PREPARANO):
        return righe.filter(proprie)
    in_gara = righe.filter(IN_VIGORE)
    dove_concorre = in_gara.filter(proprie).values("candidatura__avviso")
    aperte = (
        IN_VIGORE
        & Q(candidatura__avviso__scade__lt=secondo(contesto.adesso))
        & ~Q(candidatura__avviso__in=dove_concorre)
        & ~chiuse_a_chi_siede(contesto)
    )
    return righe.filter(proprie | aperte)
