"""What a form begins with, and what it lets choose from."""

from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from cpia.atti.models import Documento
from cpia.avvisi.circolari.queries.elenco import anno_di
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Sede
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera
from patto_formativo.models import Corsista, Gruppo, Lezione
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, sedi_coordinate

ORE = Decimal(3)


def lezione_proposta(contesto: Contesto, gruppo: Gruppo) -> dict[str, Any]:
    """Today, with unit, hour and length of the last lesson of this teacher to the group."""
    ultima = (
        Lezione.objects.filter(istituto=contesto.istituto, gruppo=gruppo, docente=contesto.persona)
        .order_by("-giorno", "-id")
        .first()
    )
    if ultima is None:
        return {"giorno": contesto.oggi, "ore": ORE}
    return {
        "giorno": contesto.oggi, "ore": ultima.ore, "unita": ultima.unita_id, "dalle": ultima.dalle
    }  # fmt: skip


def anno_corrente(contesto: Contesto) -> AnnoScolastico | None:
    """The school year of today, if the institute has one."""
    return anno_di(contesto.istituto.pk, contesto.oggi)


def sedi_da_dare(contesto: Contesto) -> QuerySet[Sede]:
    """The sites at which the person forms groups."""
    sedi = Sede.objects.filter(istituto=contesto.istituto)
    if contesto.ha(*UFFICIO, *DIREZIONE):
        return sedi
    return sedi.filter(pk__in=sedi_coordinate(contesto))


def delibere_del_collegio(contesto: Contesto) -> QuerySet[Delibera]:
    """The deliberations that may approve a derogation, the last first."""
    return Delibera.objects.filter(
        istituto=contesto.istituto, organo__tipo=TipoOrgano.COLLEGIO
    ).select_related("organo")


def carte_e_segni(corsista: Corsista) -> dict[str, Any]:
    """The signs, notices and derogations of a person, the last first. Three queries."""
    return {
        "segni": list(corsista.segni.select_related("registrato_da")),
        "avvisi": list(corsista.avvisi_assenza.select_related("documento", "protocollo")),
        "deroghe": list(corsista.deroghe.select_related("delibera")),
    }


def di_chi_e(istituto_id: int, documento: Documento) -> Corsista | None:
    """Of whom a notice of absence or a decree of withdrawal speaks."""
    return (
        Corsista.objects.filter(
            Q(documento_chiusura=documento) | Q(avvisi_assenza__documento=documento),
            istituto_id=istituto_id,
        )
        .distinct()
        .first()
    )
