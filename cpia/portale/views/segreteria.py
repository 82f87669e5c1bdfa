"""The page «Segreteria»."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.portale.segreteria import UFFICIO, strumenti


@require_safe
def segreteria(request: HttpRequest) -> HttpResponse:
    """The tools of the office, each for who may use it."""
    request.contesto.esige(*UFFICIO)
    return render(request, "portale/segreteria.html", {"gruppi": strumenti(request.contesto)})
