"""A ranking as anybody may read it: on the albo, and only for its days."""

from datetime import date

from selezioni_pon.models import Graduatoria
from selezioni_pon.models.graduatorie import PUBBLICATE


def all_albo(istituto_id: int, anno: int, numero: int, oggi: date) -> Graduatoria | None:
    """The version with this number of repertorio; None before its first day. One query."""
    return (
        Graduatoria.objects.filter(
            istituto_id=istituto_id, stato__in=PUBBLICATE, pubblicazione__anno=anno,
            pubblicazione__numero=numero, pubblicazione__dal__lte=oggi,
        )
        .select_related(
            "avviso__istituto", "avviso__selezione__progetto", "avviso__protocollo",
            "avviso__pubblicazione", "documento", "protocollo", "pubblicazione__sostituita_da",
        )
        .first()
    )  # fmt: skip


def si_legge(graduatoria: Graduatoria, oggi: date) -> bool:
    """Whether the names are still public: in its days, and not taken back. No query."""
    pubblicazione = graduatoria.pubblicazione
    if pubblicazione is None or pubblicazione.annullata_il is not None:
        return False
    return pubblicazione.dal <= oggi <= pubblicazione.al
