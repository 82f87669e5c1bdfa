"""The rows of one person in a procedure: the one that was written, the one that is judged.

Of office they are two: what somebody began and did not send stays private beside the row on which
the dirigente assesses.
"""

from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.visibili import IN_GARA, richieste_proprie
from cpia.scuola.access import Contesto

S = StatoRichiesta
# Who takes part: a request taken back, or never sent, is judged by nobody.
CONCORRONO = IN_GARA


def scritta(contesto: Contesto, procedura: Procedura) -> Richiesta | None:
    """What the person began or sent: never the row of office. One query."""
    mie = richieste_proprie(contesto).filter(procedura=procedura)
    return mie.exclude(stato=S.D_UFFICIO.value).first()


def giudicata(contesto: Contesto, procedura: Procedura) -> Richiesta | None:
    """The row on which the person is judged: the request that was sent, or that of office."""
    return richieste_proprie(contesto).filter(procedura=procedura, stato__in=CONCORRONO).first()


def conta_di(contesto: Contesto, procedura: Procedura) -> Richiesta | None:
    """The row that says where the person stands: the one judged, else the one written."""
    return giudicata(contesto, procedura) or scritta(contesto, procedura)
