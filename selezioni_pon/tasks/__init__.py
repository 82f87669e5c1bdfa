"""Long work of the selections."""

from selezioni_pon.tasks import (
    avvisi,
    candidature,
    commissione,
    conservazione,
    esterni,
    funzioni,
    graduatorie,
    incarichi,
    infanzia,
)

__all__ = [
    "avvisi",
    "candidature",
    "commissione",
    "conservazione",
    "esterni",
    "funzioni",
    "graduatorie",
    "incarichi",
    "infanzia",
]
