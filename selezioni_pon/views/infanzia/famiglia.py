"""The page of a family: its own applications, nothing of the others."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from selezioni_pon.access import infanzia as access
from selezioni_pon.queries.infanzia.famiglia import dei_figli
from selezioni_pon.views.comuni import mostra


@require_safe
def infanzia_figli(request: HttpRequest) -> HttpResponse:
    """The place, the points and the reasons of the own children."""
    access.famiglia(request.contesto)
    return mostra(request, "infanzia/figli", {"figli": dei_figli(request.contesto)})
