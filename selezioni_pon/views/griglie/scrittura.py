"""A grid is begun, and what it says besides its sections is written."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import griglie as access
from selezioni_pon.access.base import prepara
from selezioni_pon.forms.griglie.testata import GrigliaNuovaForm, TestataForm
from selezioni_pon.models import Griglia
from selezioni_pon.queries.griglie import di_partenza
from selezioni_pon.rules.griglia.modifica import impronta, testata
from selezioni_pon.services.griglie import crea_griglia
from selezioni_pon.services.pezzi import scrivi_testata
from selezioni_pon.views.comuni import digitato, fatto, mostra


@require_http_methods(["GET", "HEAD", "POST"])
def griglia_nuova(request: HttpRequest) -> HttpResponse:
    """Begin a grid: from one of the school, from one shipped, from nothing."""
    contesto = request.contesto
    prepara(contesto)
    form = GrigliaNuovaForm(
        digitato(request), partenze=di_partenza(contesto), da=request.GET.get("da", "")
    )
    nuove: list[Griglia] = []
    if compiuto(
        request, form,
        lambda: nuove.append(
            crea_griglia(autore=contesto, adesso=contesto.adesso, **form.cleaned_data)
        ),
    ):  # fmt: skip
        return fatto(request, "La griglia è pronta da completare.", "griglia", nuove[0].pk)
    return mostra(request, "griglie/nuova", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def griglia_dati(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, act, notes of a grid."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    form = TestataForm(digitato(request), dati=riga.dati)
    form.initial = form.attuali(riga) | {"versione": impronta(testata(riga.dati))}
    if compiuto(
        request, form,
        lambda: scrivi_testata(
            autore=contesto, adesso=contesto.adesso, griglia_id=pk, impronta=form.letta,
            testata=form.pezzo,
        ),
    ):  # fmt: skip
        return fatto(request, "La griglia è come scritto.", "griglia", pk)
    return mostra(request, "griglie/dati", {"form": form, "griglia": riga})
