"""Who sits in which organ, and who presides."""

from datetime import date

from django.db.models import Q, QuerySet

from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import Carica, RegolaPresidente, RegolaSegretario
from organi_collegiali.models import Mandato, OrganoCollegiale

# The office and the direction prepare sittings and keep the organs.
PREPARANO = SEGRETERIA | {Ruolo.DIRIGENTE, Ruolo.COLLABORATORE}


def prepara(contesto: Contesto) -> bool:
    """Whether the person works for the organs: the office, the direction."""
    return contesto.ha(*PREPARANO)


def in_carica(giorno: date, prefisso: str = "") -> Q:
    """The mandates in force on a day, reached through ``prefisso``."""
    senza_fine = Q(**{f"{prefisso}al__isnull": True})
    return Q(**{f"{prefisso}dal__lte": giorno}) & (senza_fine | Q(**{f"{prefisso}al__gte": giorno}))


def mandati(organo: OrganoCollegiale, giorno: date) -> QuerySet[Mandato]:
    """The mandates of an organ in force on a day, without the substitutes."""
    righe = Mandato.objects.filter(
        in_carica(giorno), istituto_id=organo.istituto_id, organo=organo, supplente_di__isnull=True
    )
    return righe.select_related("persona")


def organi_propri(contesto: Contesto) -> frozenset[int]:
    """The ids of the organs in which the person sits today. One query."""
    righe = Mandato.objects.filter(
        in_carica(contesto.oggi), istituto=contesto.istituto, persona=contesto.persona
    )
    return frozenset(righe.values_list("organo_id", flat=True))


def puo_presiedere(contesto: Contesto, organo: OrganoCollegiale) -> bool:
    """Whether the person may sign for the organ today: its president, or who holds the place.

    Where the dirigente presides by right, the dirigente; elsewhere the president or the vice
    president in office. One query at most.
    """
    if organo.regola_presidente in (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO):
        if contesto.ha(Ruolo.DIRIGENTE):
            return True
        cariche = [Carica.PRESIDENTE]
    else:
        cariche = [Carica.PRESIDENTE, Carica.VICEPRESIDENTE]
    return (
        mandati(organo, contesto.oggi).filter(persona=contesto.persona, carica__in=cariche).exists()
    )


def tiene_i_verbali(contesto: Contesto, organo: OrganoCollegiale) -> bool:
    """Whether the person is the secretary of the organ today: the DSGA where the rule says so.

    One query at most.
    """
    if organo.regola_segretario == RegolaSegretario.DSGA and contesto.ha(Ruolo.DSGA):
        return True
    miei = mandati(organo, contesto.oggi).filter(persona=contesto.persona)
    return miei.filter(carica=Carica.SEGRETARIO).exists()
