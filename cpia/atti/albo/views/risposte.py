"""Answers that must not be indexed, and files that a browser must not take for pages."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from cpia.atti.caricamenti import Formato, in_linea
from cpia.atti.models import FilePubblicazione

Vista = Callable[..., HttpResponse]
log = logging.getLogger(__name__)


def non_indicizzata(view: Vista) -> Vista:
    """Search engines neither keep nor follow what the albo shows: it must be forgotten in time."""

    @wraps(view)
    def con_intestazione(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return con_intestazione


@contextmanager
def o_non_trovato() -> Iterator[None]:
    """A file that is cleaned away just while it is asked for answers as one that has gone."""
    try:
        yield
    except FileNotFoundError as guasto:
        log.warning("albo: un file chiesto non è nel deposito")
        raise Http404 from guasto


def formato_di(file: FilePubblicazione) -> Formato:
    """The kind of a file that was kept; of a kind not accepted any more it is not given: 404."""
    for formato in Formato:
        if formato.tipo_contenuto == file.tipo_contenuto:
            return formato
    raise Http404


def file_da_dare(contenuto: bytes, tipo_contenuto: str, nome: str) -> HttpResponse:
    """The bytes of a file: a PDF is shown, all the rest is saved; no shared cache keeps it."""
    response = HttpResponse(contenuto, content_type=tipo_contenuto)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=not in_linea(tipo_contenuto), filename=nome) or ""
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
