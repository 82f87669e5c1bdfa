"""Long work of the bonus."""

from bonus_merito.tasks import atti, criteri, richieste

__all__ = ["atti", "criteri", "richieste"]
