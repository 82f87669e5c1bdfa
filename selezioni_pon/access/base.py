"""What every page of the selections starts from: a part in the school.

404 for who has no part at all (students, families, who only sits in an organ), 403 for who has
another. Who only applies from outside, or only sits in a commission, does not learn what other
pages there are: 404.
"""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.queries.visibili import DA_FUORI, PREPARANO, Veste, siede_in, vesti

DI_PASSAGGIO: Final = DA_FUORI | {Veste.COMMISSARIO}


def parte(contesto: Contesto, *ammesse: Veste) -> frozenset[Veste]:
    """The parts that somebody has in the selections of the school, one of these at least.

    No query but for who has no role here: one, to see whether he or she sits in a commission.
    """
    tenute = vesti(contesto)
    if not tenute and siede_in(contesto).exists():
        tenute = frozenset({Veste.COMMISSARIO})
    if not tenute:
        raise Http404
    if not ammesse or not tenute.isdisjoint(ammesse):
        return tenute
    if tenute <= DI_PASSAGGIO:
        raise Http404
    raise PermissionDenied


def prepara(contesto: Contesto) -> frozenset[Veste]:
    """404 without any part, 403 for who neither directs nor keeps the office."""
    return parte(contesto, *PREPARANO)
