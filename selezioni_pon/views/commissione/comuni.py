"""What the pages of a commission share: before the declaration there is only its form."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from selezioni_pon.access.commissione import DichiarazioneMancante
from selezioni_pon.views.comuni import indirizzo

Vista = Callable[..., HttpResponse]


def dopo_la_dichiarazione(vista: Vista) -> Vista:
    """A page that opens applications: who has not declared yet goes to the declaration."""

    @wraps(vista)
    def con_dichiarazione(request: HttpRequest, *args: Any, **altro: Any) -> HttpResponse:
        try:
            return vista(request, *args, **altro)
        except DichiarazioneMancante as manca:
            dove = indirizzo(request, "commissione_dichiarazione", manca.avviso_id)
            if getattr(request, "htmx", False):
                return HttpResponse(headers={"HX-Redirect": dove})
            return redirect(dove)

    return con_dichiarazione
