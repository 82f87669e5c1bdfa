"""Answers that must not be indexed, and files that a browser must not take for pages."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from cpia.atti.caricamenti import in_linea

Vista = Callable[..., HttpResponse]


def non_indicizzata(view: Vista) -> Vista:
    """Search engines neither keep nor follow what the albo shows: it must be forgotten in time."""

    @wraps(view)
    def con_intestazione(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return con_intestazione


def file_da_dare(contenuto: bytes, tipo_contenuto: str, nome: str) -> HttpResponse:
    """The bytes of a file: a PDF is shown, all the rest is saved; no shared cache keeps it."""
    response = HttpResponse(contenuto, content_type=tipo_contenuto)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=not in_linea(tipo_contenuto), filename=nome) or ""
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
