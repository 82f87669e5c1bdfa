"""The histories of the papers, and the words and names that the register has for them."""

from collections.abc import Collection

from django.http import Http404

from cpia.atti import access, glossario
from cpia.atti.models import Documento, Protocollo
from cpia.atti.storie import registra_parole, registra_storia
from cpia.scuola.access import Contesto


def registra() -> None:
    """Make them known to the register."""
    registra_storia(
        Documento._meta.label_lower,
        puo_vedere=_puo_leggere,
        nome=lambda contesto, pk: access.documento_da_leggere(contesto, pk).titolo,
    )
    registra_parole(
        azioni=glossario.AZIONI,
        campi=glossario.CAMPI,
        nomi={"protocollo": protocolli, "documento": documenti, "sostituito_da": documenti},
    )


def _puo_leggere(contesto: Contesto, pk: int) -> bool:
    """Who may have the paper may know what became of it."""
    try:
        access.documento_da_leggere(contesto, pk)
    except Http404:
        return False
    return True


def protocolli(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The numbers of these registrations."""
    return {p.pk: str(p) for p in Protocollo.objects.filter(istituto_id=istituto_id, pk__in=ids)}


def documenti(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The titles of these papers."""
    righe = Documento.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return dict(righe.values_list("pk", "titolo"))
