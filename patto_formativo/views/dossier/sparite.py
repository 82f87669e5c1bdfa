"""What somebody took off between the page and the act on it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse


def non_trovata_se_sparita(vista: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 404 when the evidence is gone by the time the act holds its dossier."""

    @wraps(vista)
    def controllata(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return vista(*args, **kwargs)
        except ObjectDoesNotExist as sparita:
            raise Http404 from sparita

    return controllata
