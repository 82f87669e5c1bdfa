"""How a ranking names who is in it: homonyms by the number of their applications."""

from collections.abc import Iterable, Mapping
from typing import Final

from selezioni_pon.models import Invio
from selezioni_pon.rules.omonimi import distinti

CON_I_NOMI: Final = ("candidatura__persona", "protocollo")
CIFRE_IMPRONTA: Final = 8


def nomi_di(invii: Iterable[Invio]) -> Mapping[str, str]:
    """The names by the id of the application; ``invii`` with ``CON_I_NOMI``. No query."""
    tutti = {str(invio.candidatura_id): invio for invio in invii}
    return distinti(
        {chi: str(invio.candidatura.persona) for chi, invio in tutti.items()},
        {chi: _segno(invio) for chi, invio in tutti.items()},
    )


def _segno(invio: Invio) -> str:
    """What is on the receipt of the applicant, and on no other paper that is public."""
    if invio.protocollo is not None:
        return f"domanda prot. n. {invio.protocollo}"
    return f"domanda con impronta {invio.impronta[:CIFRE_IMPRONTA]}"
