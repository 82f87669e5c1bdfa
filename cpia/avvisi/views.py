from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cpia.avvisi import queries


def scrivania(request: HttpRequest) -> HttpResponse:
    """Everything to do, by deadline, across all apps."""
    scadenze = queries.scadenze_aperte(request.contesto)
    return render(request, "avvisi/scrivania.html", {"scadenze": scadenze})
