"""Long work of the selections."""

from selezioni_pon.tasks import avvisi

__all__ = ["avvisi"]
