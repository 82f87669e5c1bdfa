"""The projects for which people are looked for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from selezioni_pon.access.base import prepara
from selezioni_pon.access.progetti import progetto as da_scrivere
from selezioni_pon.forms.progetti import ProgettoForm
from selezioni_pon.models import Progetto
from selezioni_pon.queries import progetti as lettura
from selezioni_pon.queries.svolte import FATTI
from selezioni_pon.queries.visibili import progetti as visibili
from selezioni_pon.services.progetti import scrivi_progetto
from selezioni_pon.views.comuni import digitato, fatto, mostra

INTESTAZIONE = ("Progetto", "Anno", "Codice", "CUP", "Disponibilità, euro", "Selezioni")


@require_safe
def progetti(request: HttpRequest) -> HttpResponse:
    """The projects of the school, the latest year first."""
    prepara(request.contesto)
    trovati = lettura.elenco(visibili(request.contesto))
    file = esporta(
        request, nome="progetti", titolo="Progetti", intestazione=INTESTAZIONE,
        righe=(
            [p.titolo, p.anno_scolastico, p.codice, p.cup, p.disponibilita, p.quante_selezioni]
            for p in trovati
        ),
    )  # fmt: skip
    return file or mostra(request, "progetti/elenco", {"progetti": trovati})


@require_http_methods(["GET", "HEAD", "POST"])
def progetto_nuovo(request: HttpRequest) -> HttpResponse:
    """Write a new project."""
    prepara(request.contesto)
    form = _modulo(request)
    scritti: list[Progetto] = []
    if compiuto(request, form, lambda: scritti.append(_scrivi(request, form, None))):
        return fatto(request, "Il progetto è registrato.", "progetto", scritti[0].pk)
    return mostra(request, "progetti/progetto", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def progetto(request: HttpRequest, pk: int) -> HttpResponse:
    """A project, to be read and written, with its selections."""
    trovato = da_scrivere(request.contesto, pk)
    form = _modulo(request)
    form.initial = form.attuali(trovato) | {"versione": trovato.versione}
    if compiuto(request, form, lambda: _scrivi(request, form, trovato)):
        return fatto(request, "Il progetto è come scritto.", "progetto", pk)
    selezioni = lettura.selezioni_di(trovato)
    fermo = any(a.stato in FATTI for selezione in selezioni for a in selezione.avvisi.all())
    dati = {"form": form, "progetto": trovato, "selezioni": selezioni, "fermo": fermo}
    return mostra(request, "progetti/progetto", dati)


def _modulo(request: HttpRequest) -> ProgettoForm:
    dati: Any = digitato(request)
    return ProgettoForm(dati, anni=lettura.anni(request.contesto))


def _scrivi(request: HttpRequest, form: ProgettoForm, progetto: Progetto | None) -> Progetto:
    contesto = request.contesto
    return scrivi_progetto(
        autore=contesto,
        adesso=contesto.adesso,
        progetto_id=progetto and progetto.pk,
        versione=progetto and form.letta,
        dati=form.dati,
    )
