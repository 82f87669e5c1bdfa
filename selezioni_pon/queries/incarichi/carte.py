"""Which papers of the posts given somebody reads: all who prepares, of the own one who holds it.

A paper that was taken back has no contract any more: it is left to who prepares.
"""

from typing import Final

from django.db.models import Q

from cpia.scuola.access import Contesto
from selezioni_pon.queries.incarichi.visibili import contratti
from selezioni_pon.queries.visibili import prepara

TIPI: Final = ("incarico_selezione", "estratto_incarico", "proroga_incarico")


def carte_degli_incarichi(contesto: Contesto) -> dict[str, Q]:
    """For each kind of paper, those that the person may read. No query by itself."""
    if prepara(contesto):
        tutte = Q(istituto=contesto.istituto)
        return dict.fromkeys(TIPI, tutte)
    sue = contratti(contesto)
    return {
        "incarico_selezione": Q(pk__in=sue.values("documento")),
        "estratto_incarico": Q(pk__in=sue.values("pubblicazione__documento")),
        "proroga_incarico": Q(pk__in=sue.values("proroghe__documento")),
    }
