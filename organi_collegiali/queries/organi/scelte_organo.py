"""Among what the office chooses when it writes of an organ."""

from typing import Any

from django.db.models import Q

from cpia.scuola.access import Contesto
from cpia.scuola.models import Classe, Sede
from organi_collegiali.models import OrganoCollegiale


def scelte(contesto: Contesto, organo: OrganoCollegiale | None) -> dict[str, Any]:
    """The classes of the year, the sites, the organs of which it may be a part."""
    altri = OrganoCollegiale.objects.filter(istituto=contesto.istituto, organo_padre=None)
    classi = Q(anno_scolastico__inizio=contesto.oggi.year - (contesto.oggi.month < 9))
    if organo is not None:
        altri = altri.exclude(pk=organo.pk)
        classi |= Q(pk=organo.classe_id)
    return {
        "classi": Classe.objects.filter(classi, istituto=contesto.istituto).select_related("corso"),
        "sedi": Sede.objects.filter(istituto=contesto.istituto),
        "organi": altri,
    }


def campi_di(organo: OrganoCollegiale) -> dict[str, Any]:
    """What is written of an organ, as the form shows it."""
    campi = (
        "nome", "dal", "al", "regola_presidente", "anziano_tra", "regola_segretario", "riservato",
        "classe", "sede", "organo_padre",
    )  # fmt: skip
    return {campo: getattr(organo, campo) for campo in campi}
