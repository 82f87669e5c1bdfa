"""Pages that forget to ask for one institute only, to see what the second wall does alone."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.urls import include, path

from cpia.scuola.models import Persona


def subito(request: HttpRequest) -> JsonResponse:
    return JsonResponse(list(Persona.objects.values_list("istituto_id", flat=True)), safe=False)


def pigra(request: HttpRequest) -> SimpleTemplateResponse:
    """Reads the rows only when the page is drawn, after the view has returned."""
    pagina = engines["django"].from_string(
        "[{% for persona in tutte %}{{ persona.istituto_id|safe }}"
        "{% if not forloop.last %},{% endif %}{% endfor %}]"
    )
    tutte = Persona.objects.all()
    return SimpleTemplateResponse(pagina, {"tutte": tutte}, content_type="application/json")


def guasta(request: HttpRequest) -> HttpResponse:
    list(Persona.objects.all())
    raise LookupError


urlpatterns = [
    path("accesso/", include("allauth.urls")),
    path(
        "<slug:istituto>/",
        include([path("subito/", subito), path("pigra/", pigra), path("guasta/", guasta)]),
    ),
]
