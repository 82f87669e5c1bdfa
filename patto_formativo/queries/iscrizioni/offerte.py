"""What is offered in a year, and until when one enrols in time."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from cpia.norme.rules.motivi import Valore
from patto_formativo.models import (
    AperturaIscrizioni,
    DomandaIscrizione,
    Offerta,
    QuadroOrario,
)
from patto_formativo.rules.iscrizione import QUINDICI_OTTOBRE, GiudizioTempo, giudica_tempo


def apertura_del(istituto_id: int, giorno: date) -> AperturaIscrizioni | None:
    """The enrolments open on a day, else the next that will open, else None. One query."""
    righe = list(
        AperturaIscrizioni.objects.filter(istituto_id=istituto_id)
        .select_related("anno_scolastico")
        .order_by("dal")
    )
    aperte = [riga for riga in righe if riga.dal <= giorno]
    return aperte[-1] if aperte else (righe[0] if righe else None)


def termine_di(apertura: AperturaIscrizioni) -> Valore[date | None]:
    """The term of the Collegio, with the other source that the same school prints."""
    return Valore(apertura.termine, apertura.termine_estremi, QUINDICI_OTTOBRE)


def tempo_di(apertura: AperturaIscrizioni, giorno: date) -> GiudizioTempo:
    """Whether one enrols on a day, in time or late."""
    return giudica_tempo(giorno, dal=apertura.dal, termine=termine_di(apertura))


def offerte(istituto_id: int, anno_id: int) -> QuerySet[Offerta]:
    """The courses of a year, with how many have applied."""
    return (
        Offerta.objects.filter(istituto_id=istituto_id, anno_scolastico_id=anno_id)
        .select_related("sede")
        .annotate(quante=Count("domande"))
    )


def offerte_pubbliche(istituto_id: int, anno_id: int) -> QuerySet[Offerta]:
    """What a stranger may choose: open courses, never one at a reserved site."""
    return offerte(istituto_id, anno_id).filter(aperta=True, sede__riservata=False)


def da_correggere(domanda: DomandaIscrizione) -> QuerySet[Offerta]:
    """The courses to which the office may move an application: those open, and its own."""
    del_anno = offerte(domanda.istituto_id, domanda.anno_scolastico_id)
    return del_anno.filter(Q(aperta=True) | Q(pk=domanda.offerta_id))


def quadri(istituto_id: int, anno_id: int) -> QuerySet[QuadroOrario]:
    """The tables of hours of a year, with how many units each has."""
    return (
        QuadroOrario.objects.filter(istituto_id=istituto_id, anno_scolastico_id=anno_id)
        .annotate(quante_unita=Count("unita"))
        .order_by("percorso", "livello")
    )
