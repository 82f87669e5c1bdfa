"""The row of some minutes, locked for the act that changes it."""

from cpia.scuola.access import Contesto
from organi_collegiali.models import Verbale


def blocca_verbale(autore: Contesto, verbale_id: int) -> Verbale:
    """The minutes with their sitting and organ, locked until the act ends."""
    return (
        Verbale.objects.select_for_update(of=("self",))
        .select_related("seduta__organo", "seduta__presiede", "seduta__verbalizza")
        .get(pk=verbale_id, istituto=autore.istituto)
    )
