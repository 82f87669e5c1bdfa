"""The lists of a school, and what may be chosen when one is opened."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Sede
from selezioni_pon.enums import TipoVersione, TipoVoce
from selezioni_pon.models import (
    ElencoInfanzia,
    Griglia,
    RigaInfanzia,
    SezioneInfanzia,
    VersioneInfanzia,
)
from selezioni_pon.queries.griglie import griglia_scritta
from selezioni_pon.queries.infanzia.visibili import elenchi
from selezioni_pon.queries.visibili import griglie


def tutti(contesto: Contesto) -> list[ElencoInfanzia]:
    """The lists, the latest year first, with how many applications and the last step. One query."""
    ultima = (
        VersioneInfanzia.objects.filter(elenco=OuterRef("pk"))
        .exclude(tipo=TipoVersione.ANTICIPI.value)
        .order_by("-numero")
    )
    sezioni = (
        SezioneInfanzia.objects.filter(elenco=OuterRef("pk"))
        .order_by()
        .values("elenco")
        .annotate(quante=Count("pk"))
    )
    return list(
        elenchi(contesto)
        .select_related("anno_scolastico", "sede")
        .annotate(
            quante_domande=Count("domande", filter=Q(domande__rinuncia_il__isnull=True)),
            quante_sezioni=Subquery(sezioni.values("quante")),
            ultima=Subquery(ultima.values("tipo")[:1]),
        )
    )


def righe_di(versione: VersioneInfanzia) -> list[RigaInfanzia]:
    """The rows of a version with their children. One query."""
    return list(versione.righe.select_related("domanda__bambino").order_by("ordine"))


def sedi(contesto: Contesto) -> QuerySet[Sede]:
    """The schools of the institute."""
    return Sede.objects.filter(istituto=contesto.istituto)


def anni(contesto: Contesto) -> QuerySet[AnnoScolastico]:
    """The school years that the institute has, the latest first."""
    return AnnoScolastico.objects.filter(istituto=contesto.istituto)


def griglie_adatte(contesto: Contesto) -> QuerySet[Griglia]:
    """The grids of the school of which every item is a title that one has or has not."""
    righe = griglie(contesto).filter(ritirata_il__isnull=True)
    return righe.filter(pk__in=[riga.pk for riga in righe if solo_titoli(riga)])


def solo_titoli(griglia: Griglia) -> bool:
    """Whether a grid may order enrolments: one section at least, only titles had or not."""
    try:
        voci = list(griglia_scritta(griglia).voci)
    except ValueError:
        return False
    return bool(voci) and all(voce.tipo is TipoVoce.SI_NO for voce in voci)
