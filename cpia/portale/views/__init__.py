"""Pages that belong to no single app."""

from cpia.portale.views.ingresso import elementi, istituti, salute

__all__ = ["elementi", "istituti", "salute"]
