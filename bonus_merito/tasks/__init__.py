"""Long work of the bonus."""

from bonus_merito.tasks import atti, criteri, prove, richieste

__all__ = ["atti", "criteri", "prove", "richieste"]
