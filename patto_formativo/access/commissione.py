"""Who may look at the Commission: who sits in it, direction, office, tutors."""

from django.core.exceptions import PermissionDenied

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from patto_formativo.queries.commissione import ne_fa_parte
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO

GUARDANO = (*DIREZIONE, *UFFICIO, Ruolo.TUTOR, Ruolo.COORDINATORE_SEDE)


def guarda(contesto: Contesto) -> None:
    """403 for everybody else: the page is known, its names are not theirs."""
    if not contesto.ha(*GUARDANO) and not ne_fa_parte(contesto):
        raise PermissionDenied
