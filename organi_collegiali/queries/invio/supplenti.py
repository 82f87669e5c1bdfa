"""Who sits in whose place at a sitting."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from cpia.norme.enums import InterventoSupplente
from cpia.norme.rules.motivi import Valore
from organi_collegiali.models import Convocato, Mandato, Seduta
from organi_collegiali.queries.invio.convocabili import supplenti_di
from organi_collegiali.queries.regole import RegoleOrgano

INTERVIENE = "supplente.interviene"


@dataclass(frozen=True)
class InVece:
    """A substitute who was convened after the notice, in the place of a member who is too."""

    supplente: Convocato
    titolare: Convocato


def interviene(regole: RegoleOrgano) -> Valore[InterventoSupplente]:
    """When the substitute sits, by the rules of the organ."""
    return regole.valore(INTERVIENE, InterventoSupplente)


def possibile(seduta: Seduta, titolare: Convocato) -> Mandato | None:
    """The first substitute of a member who may come, if there is one. One query."""
    if titolare.mandato is None or titolare.mandato.supplente_di_id is not None:
        return None
    return next(iter(supplenti_di(seduta, titolare.mandato)), None)


def convocato_al_posto(titolare: Convocato) -> Convocato | None:
    """The substitute who is convened in the place of a member. One query."""
    if titolare.mandato_id is None:
        return None
    return supplenti(titolare.seduta).filter(mandato__supplente_di=titolare.mandato_id).first()


def supplenti(seduta: Seduta) -> QuerySet[Convocato]:
    """The substitutes convened to a sitting. One query."""
    righe = Convocato.objects.filter(
        istituto_id=seduta.istituto_id, seduta=seduta, mandato__supplente_di__isnull=False
    )
    return righe.select_related("persona__utente", "mandato")


def sostituiti(righe: Sequence[Convocato]) -> set[int]:
    """Which of these gave their place to a substitute; ``mandato`` is loaded."""
    return {coppia.titolare.pk for coppia in in_vece(righe)}


def in_vece(righe: Sequence[Convocato]) -> list[InVece]:
    """Who of these sits in the place of whom of these; ``mandato`` is loaded."""
    per_mandato = {riga.mandato_id: riga for riga in righe if riga.mandato_id}
    return [
        InVece(riga, per_mandato[riga.mandato.supplente_di_id])
        for riga in righe
        if riga.mandato is not None and riga.mandato.supplente_di_id in per_mandato
    ]
