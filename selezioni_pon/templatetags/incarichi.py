"""What the pages of the posts look up."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.db.models import Model

register = template.Library()


@register.filter
def di(righe: Mapping[int, Any], una: Model | None) -> Any:
    """What is kept for a row, or None: ``contratti|di:proposta``."""
    return righe.get(una.pk) if una else None
