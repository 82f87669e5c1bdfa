"""What who sits in a commission does not open by another door: as the office, as who directs."""

from django.db.models import Q

from cpia.scuola.access import Contesto
from selezioni_pon.models import Conflitto
from selezioni_pon.queries.visibili import siede_in


def chiuse_a_chi_siede(contesto: Contesto) -> Q:
    """The condition, on what was sent, that who sits in its commission may not open it.

    Not before the declaration, nor after one that bars, nor where it says a conflict: also for
    who directs, or keeps the office, and sits there too. No query by itself.
    """
    posti = siede_in(contesto).filter(supplente=False)
    non_puo = posti.filter(Q(dichiarato_il__isnull=True) | Q(senza_condanne=False))
    conflitti = Conflitto.objects.filter(commissario__in=posti)
    return Q(candidatura__avviso__in=non_puo.values("commissione__avviso")) | Q(
        candidatura__in=conflitti.values("candidatura")
    )


def da_dichiarare(contesto: Contesto, avviso_id: int) -> bool:
    """Whether somebody sits in the commission of a call and has not declared yet. One query."""
    posti = siede_in(contesto).filter(supplente=False, dichiarato_il__isnull=True)
    return posti.filter(commissione__avviso=avviso_id).exists()
