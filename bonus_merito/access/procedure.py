"""Who prepares a procedure, who acts on it, who ascertains the preconditions."""

from django.core.exceptions import PermissionDenied

from bonus_merito.access import base
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.queries.visibili import CONTROLLANO, PREPARANO, Veste
from cpia.scuola.access import Contesto

V = Veste


def prepara(contesto: Contesto) -> None:
    """404 without any part in the bonus, 403 for who does not prepare it."""
    base.parte(contesto, *PREPARANO)


def da_vedere(contesto: Contesto, pk: int) -> Procedura:
    """A procedure, for whoever has a part in it."""
    return base.procedura(contesto, pk)


def da_condurre(contesto: Contesto, pk: int) -> Procedura:
    """A procedure on which who directs acts."""
    return base.procedura(contesto, pk, V.DIRIGENTE)


def da_controllare(contesto: Contesto, pk: int) -> Procedura:
    """A procedure whose preconditions the personnel office, or who directs, looks at."""
    trovata = base.procedura(contesto, pk, *PREPARANO)
    contesto.esige(*CONTROLLANO)
    return trovata


def richiesta_da_controllare(contesto: Contesto, pk: int) -> Richiesta:
    """A request that was sent, of which the personnel office ascertains the preconditions."""
    trovata = base.richiesta(contesto, pk, *PREPARANO)
    contesto.esige(*CONTROLLANO)
    if trovata.stato not in CONCORRONO:
        raise PermissionDenied
    return trovata
