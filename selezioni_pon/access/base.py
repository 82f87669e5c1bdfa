"""What every page of the selections starts from: a part in the school.

404 for who has no part at all (students, families, who only sits in an organ), 403 for who has
another.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.queries.visibili import PREPARANO, Veste, vesti


def parte(contesto: Contesto, *ammesse: Veste) -> frozenset[Veste]:
    """The parts that somebody has in the selections of the school, one of these at least."""
    tenute = vesti(contesto)
    if not tenute:
        raise Http404
    if ammesse and tenute.isdisjoint(ammesse):
        raise PermissionDenied
    return tenute


def prepara(contesto: Contesto) -> frozenset[Veste]:
    """404 without any part, 403 for who neither directs nor keeps the office."""
    return parte(contesto, *PREPARANO)
