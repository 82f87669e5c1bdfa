"""The members in office of a component, whom a substitute may stand in for."""

from datetime import date

from django.db.models import QuerySet

from organi_collegiali.enums import Componente
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import mandati


def titolari(organo: OrganoCollegiale, componente: Componente, giorno: date) -> QuerySet[Mandato]:
    """Those who sit for a component on a day in their own right."""
    return mandati(organo, giorno).filter(componente=componente)
