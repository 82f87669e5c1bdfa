"""From what a draft may begin, and on what it may be adopted."""

from collections.abc import Sequence
from typing import Final

from django.db.models import Q, QuerySet

from bonus_merito.criteri import CriteriDati
from bonus_merito.criteri import criteri as spediti_per
from bonus_merito.enums import Categoria, StatoCriteri
from bonus_merito.models import Criteri
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Istituto
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera, Mandato

SPEDITI: Final = "spediti"
VUOTI: Final = "vuoti"


def precedenti(contesto: Contesto) -> list[Criteri]:
    """The versions adopted before, from which another may begin. One query."""
    righe = Criteri.objects.filter(istituto=contesto.istituto)
    return list(righe.exclude(stato=StatoCriteri.BOZZA.value).select_related("anno_scolastico"))


def spediti(istituto: Istituto) -> CriteriDati | None:
    """The criteria that the programme ships for this school; those of teachers."""
    return spediti_per(istituto.slug)


def da_cui_partire(contesto: Contesto, prima: Sequence[Criteri]) -> list[tuple[str, str]]:
    """What may be chosen as the beginning, the likeliest first."""
    scelte = [
        (
            str(uno.pk),
            f"quelli del {uno.anno_scolastico}, {uno.get_categoria_display()}: {uno.titolo}",
        )
        for uno in prima
    ]
    dati = spediti(contesto.istituto)
    if dati is not None:
        scelte.append((SPEDITI, f"quelli della fonte: {dati.titolo}, {dati.atto}"))
    return [*scelte, (VUOTI, "nessuno: si scrivono da capo")]


def _detti(uno: Criteri) -> str:
    return f"quelli del {uno.anno_scolastico}, {uno.get_categoria_display()}: {uno.titolo}"


def anni(contesto: Contesto) -> QuerySet[AnnoScolastico]:
    """The school years of the school, the latest first."""
    return AnnoScolastico.objects.filter(istituto=contesto.istituto).order_by("-inizio")


def deliberano(contesto: Contesto, criteri: Criteri) -> QuerySet[Delibera]:
    """The deliberations that may adopt these: of the Comitato for teachers, of any organ for ATA.

    Neither reserved ones nor those on persons, nor one that has adopted others of the same
    category.
    """
    usate = Criteri.objects.filter(
        istituto=contesto.istituto, categoria=criteri.categoria, delibera__isnull=False
    ).exclude(pk=criteri.pk)
    righe = Delibera.objects.filter(
        istituto=contesto.istituto, riservata=False, su_persone=False
    ).exclude(pk__in=usate.values("delibera"))
    if criteri.categoria == Categoria.DOCENTI:
        righe = righe.filter(organo__tipo=TipoOrgano.COMITATO.value)
    return righe.select_related("organo", "seduta").order_by("-adottata_il", "-pk")


def componenti(contesto: Contesto) -> list[Mandato]:
    """Who sits in the Comitato today. One query."""
    oggi = contesto.oggi
    righe = Mandato.objects.filter(
        Q(al__isnull=True) | Q(al__gte=oggi),
        istituto=contesto.istituto,
        organo__tipo=TipoOrgano.COMITATO.value,
        dal__lte=oggi,
        supplente_di__isnull=True,
    )
    return list(righe.select_related("persona").order_by("persona__cognome", "persona__nome"))
