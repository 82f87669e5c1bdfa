"""What somebody threw away between the page and the act on it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from cpia.avvisi.models import Circolare, FileCircolare


def non_trovata_se_sparita(vista: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer 404 when the draft, or its file, is gone by the time the act holds its row."""

    @wraps(vista)
    def controllata(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return vista(*args, **kwargs)
        except (Circolare.DoesNotExist, FileCircolare.DoesNotExist) as sparita:
            raise Http404 from sparita

    return controllata
