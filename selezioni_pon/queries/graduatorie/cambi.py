"""What a version changes of the one before it: who moves, and why."""

from collections.abc import Sequence

from selezioni_pon.models import Graduatoria, Reclamo
from selezioni_pon.queries.graduatorie.reclami import cause, da_recepire
from selezioni_pon.queries.graduatorie.versioni import letta, prima_di, righe_di
from selezioni_pon.rules import graduatoria as rules
from selezioni_pon.rules.differenze import Spostamento, cambiati, differenze


def cambi_di(
    graduatoria: Graduatoria,
    scritta: rules.Graduatoria,
    versioni: Sequence[Graduatoria],
    reclami: Sequence[Reclamo],
) -> tuple[Spostamento, ...] | None:
    """Who has another place, or other points, than in the published version before; one query.

    None for the first version. The complaints that it applies give their reason.
    """
    prima = prima_di(graduatoria, versioni)
    if prima is None:
        return None
    suoi = [uno for uno in reclami if uno.recepito_in_id == graduatoria.pk]
    motivi = cause(suoi or da_recepire(reclami))
    return cambiati(differenze(letta(righe_di(prima)), scritta, motivi))
