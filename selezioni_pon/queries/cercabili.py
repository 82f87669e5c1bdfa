"""Which papers of the selections somebody reads: one judgement for page, file and search."""

from django.db.models import Q

from cpia.scuola.access import Contesto
from selezioni_pon.queries.visibili import avvisi


def carte(contesto: Contesto) -> dict[str, Q]:
    """For each kind of paper of this app, those that the person may read. No query by itself."""
    return {"avviso_selezione": Q(pk__in=avvisi(contesto).values("documento"))}
