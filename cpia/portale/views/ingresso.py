"""Where one enters, whether the services answer, the pieces of the screens."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cpia.portale import salute as stato
from cpia.scuola import queries, tenancy


def istituti(request: HttpRequest) -> HttpResponse:
    """Where to enter: straight in when the login is somebody in one institute only."""
    with transaction.atomic():
        tenancy.imposta(istituto_id=None, utente_id=request.user.pk)
        elenco = queries.istituti_dell_utente(request.user.pk)
    if len(elenco) == 1:
        return redirect("scrivania", elenco[0].slug)
    return render(
        request,
        "portale/istituti.html",
        {"istituti": [(i, reverse("scrivania", args=[i.slug])) for i in elenco]},
    )


@login_not_required
def salute(request: HttpRequest) -> JsonResponse:
    """The state of database, broker and worker: 200 when all answer, 503 when one does not."""
    componenti = stato.componenti()
    return JsonResponse({"componenti": componenti}, status=200 if all(componenti.values()) else 503)


@login_not_required
def elementi(request: HttpRequest) -> HttpResponse:
    """The shared pieces of the screens on one page, for who builds them."""
    if settings.PRODUZIONE:
        raise Http404
    return render(request, "componenti/elementi.html")
