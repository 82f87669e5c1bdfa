"""The form that a grid makes, filled to see what it gives: nothing of it is kept."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from selezioni_pon.access import griglie as access
from selezioni_pon.forms.griglie.prova import scritti_in
from selezioni_pon.models import Griglia
from selezioni_pon.queries.foglio import Foglio, foglio
from selezioni_pon.queries.griglie import griglia_scritta
from selezioni_pon.queries.prova import provata
from selezioni_pon.views.comuni import indirizzo


@require_safe
def griglia_anteprima(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole form, empty."""
    riga = access.griglia(request.contesto, pk)
    return _pagina(request, riga, foglio(griglia_scritta(riga)), {}, "anteprima")


@require_http_methods(["GET", "HEAD", "POST"])
def griglia_prova(request: HttpRequest, pk: int) -> HttpResponse:
    """The points of what was typed: a fragment; without HTMX the whole form with its points."""
    riga = access.griglia(request.contesto, pk)
    if request.method != "POST":
        return redirect(indirizzo(request, "griglia_anteprima", pk))
    letto = foglio(griglia_scritta(riga))
    scritti = scritti_in(request.POST, letto.parti)
    return _pagina(request, riga, letto, scritti, "_provata" if request.htmx else "anteprima")


def _pagina(
    request: HttpRequest, riga: Griglia, letto: Foglio, scritti: Mapping[str, str], nome: str
) -> HttpResponse:
    dati = {
        "griglia": riga,
        "foglio": letto,
        "provata": provata(letto, scritti),
        "scritti": scritti,
    }
    return render(request, f"selezioni/griglie/{nome}.html", dati)
