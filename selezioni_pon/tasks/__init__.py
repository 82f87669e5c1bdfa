"""Long work of the selections."""

from selezioni_pon.tasks import (
    avvisi,
    candidature,
    commissione,
    esterni,
    graduatorie,
    incarichi,
    infanzia,
)

__all__ = [
    "avvisi",
    "candidature",
    "commissione",
    "esterni",
    "graduatorie",
    "incarichi",
    "infanzia",
]
