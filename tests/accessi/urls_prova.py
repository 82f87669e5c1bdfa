"""The portal and a few more pages of an institute, which say how they were reached."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

import cpia.urls
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.middleware import pubblica
from cpia.scuola.models import Istituto, Sede
from cpia.urls import urlpatterns as vere


def chi(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.contesto.persona} {sorted(request.contesto.ruoli)}")


@pubblica
def albo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"albo {request.istituto} {Sede.objects.count()}")


def scrive(request: HttpRequest, stato: int) -> HttpResponse:
    """Writes, then answers with this status."""
    Sede.objects.create(istituto=request.istituto, nome=f"Sede {stato}")
    return HttpResponse(status=stato)


def rompe(request: HttpRequest) -> HttpResponse:
    """Writes, then fails."""
    Sede.objects.create(istituto=request.istituto, nome="Sede rotta")
    raise LookupError


def salva_e_rifiuta(request: HttpRequest) -> HttpResponse:
    """An act that refuses: what it had written is undone, the page with the reasons is given."""
    try:
        with transaction.atomic():
            Sede.objects.create(istituto=request.istituto, nome="Sede rifiutata")
            raise LookupError
    except LookupError:
        return HttpResponse("rifiutato", status=422)


@login_not_required
def di_tutti(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TipoIstituto.CPIA.label)


@login_not_required
def quante(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{Istituto.objects.count()} {Sede.objects.count()}")


urlpatterns = [
    path("prova/di-tutti/", di_tutti),
    path("prova/quante/", quante),
    path(
        "<slug:istituto>/prova/",
        include(
            [
                path("chi/", chi),
                path("albo/", albo),
                path("scrive/<int:stato>/", scrive),
                path("rompe/", rompe),
                path("rifiuta/", salva_e_rifiuta),
            ]
        ),
    ),
    *vere,
]
handler404, handler500 = cpia.urls.handler404, cpia.urls.handler500
