"""How the acts of the room answer: the page comes up to date, a refusal stands at its place."""

from collections.abc import Sequence

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django_htmx.http import trigger_client_event

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.models import Seduta
from organi_collegiali.views.aula.pagina import mostra

CAMBIATA = "seduta-cambiata"


def in_json(request: HttpRequest) -> bool:
    """Whether the script of the room asks, which sends again what did not arrive."""
    return request.headers.get("Accept", "").startswith("application/json")


def fatto(request: HttpRequest, seduta: Seduta, testo: str = "", **altro: object) -> HttpResponse:
    """The act is done: the script and HTMX ask for the page again, the others go back to it."""
    if in_json(request):
        return JsonResponse({"testo": testo, **altro})
    if request.htmx:
        risposta = HttpResponse()
        if testo:
            trigger_client_event(risposta, "annuncia", {"value": testo})
        return trigger_client_event(risposta, CAMBIATA, {})
    if testo:
        messages.success(request, testo)
    return redirect("organi:aula", request.istituto.slug, seduta.pk)


def rifiutato(
    request: HttpRequest, seduta: Seduta, violazioni: Sequence[Violazione], *, stato: int = 422
) -> HttpResponse:
    """The act is refused: why, with the source, where it was asked."""
    if in_json(request):
        return JsonResponse({"rifiuto": [v.testo for v in violazioni]}, status=stato)
    return mostra(request, seduta, violazioni=violazioni, stato=stato)


def da_correggere(request: HttpRequest, seduta: Seduta, form: Form) -> HttpResponse:
    """What was typed cannot be taken: the messages of its fields."""
    errori = [errore for campo in form.errors.values() for errore in campo]
    return rifiutato(request, seduta, [Violazione("modulo", errore, "") for errore in errori])
