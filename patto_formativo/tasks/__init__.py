"""Long work and mails of the agreement."""

from patto_formativo.tasks import dossier, frequenza, patti

__all__ = ["dossier", "frequenza", "patti"]
