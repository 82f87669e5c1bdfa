"""The final ranking in force of a call: that by which posts are given."""

from collections.abc import Sequence

from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, RigaGraduatoria
from selezioni_pon.queries.graduatorie.versioni import righe_di


def definitiva_di(avviso: Avviso) -> Graduatoria | None:
    """The final ranking in force; None before it is approved. One query."""
    return (
        Graduatoria.objects.filter(avviso=avviso, stato=StatoGraduatoria.DEFINITIVA.value)
        .select_related("protocollo", "pubblicazione", "documento")
        .order_by("-numero")
        .first()
    )


def in_graduatoria(graduatoria: Graduatoria) -> Sequence[RigaGraduatoria]:
    """Who is ranked, from the first, with application and person: no excluded. One query."""
    return [riga for riga in righe_di(graduatoria) if riga.posizione is not None]
