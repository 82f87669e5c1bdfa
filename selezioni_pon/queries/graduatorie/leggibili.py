"""Which papers of the rankings somebody reads: one judgement for page, file and search."""

from django.db.models import Q, QuerySet

from cpia.scuola.access import Contesto
from selezioni_pon.models import Graduatoria, Reclamo
from selezioni_pon.models.graduatorie import PUBBLICATE
from selezioni_pon.queries.commissione.membri import propri
from selezioni_pon.queries.visibili import Veste, prepara, vesti


def graduatorie(contesto: Contesto) -> QuerySet[Graduatoria]:
    """The published versions: all for who prepares; else of the own calls, or where one sits."""
    righe = Graduatoria.objects.filter(istituto=contesto.istituto, stato__in=PUBBLICATE)
    if prepara(contesto):
        return righe
    mie = Q(righe__invio__candidatura__persona=contesto.persona)
    siedo = Q(avviso__commissione__in=propri(contesto).values("commissione"))
    return righe.filter(mie | siedo).distinct()


def risposte(contesto: Contesto) -> QuerySet[Reclamo]:
    """The answers to complaints: all for who directs, else those to the own."""
    righe = Reclamo.objects.filter(istituto=contesto.istituto, documento__isnull=False)
    if Veste.DIRIGENTE in vesti(contesto):
        return righe
    return righe.filter(candidatura__persona=contesto.persona)


def carte(contesto: Contesto) -> dict[str, Q]:
    """For each kind of paper, those that the person may read. No query by itself."""
    return {
        "graduatoria_selezione": Q(pk__in=graduatorie(contesto).values("documento")),
        "risposta_reclamo_selezione": Q(pk__in=risposte(contesto).values("documento")),
    }
