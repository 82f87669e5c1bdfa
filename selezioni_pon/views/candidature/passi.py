"""The steps of a draft, kept while they are written or with the button."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from selezioni_pon.access import candidature as access
from selezioni_pon.enums import Passo
from selezioni_pon.forms.candidature.dati import DatiForm
from selezioni_pon.forms.candidature.passi import DichiarazioniForm, OffertaForm, ProgettoForm
from selezioni_pon.forms.candidature.passo import PassoForm
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.bando import compenso_di
from selezioni_pon.queries.candidature.impronte import Tenuta, impronta_del_passo
from selezioni_pon.queries.candidature.proprie import contro_la_scrittura, da_dove
from selezioni_pon.queries.candidature.scheda import con_le_righe, scheda
from selezioni_pon.services.candidature.bozza import scrivi_passo
from selezioni_pon.views.candidature.allegati import curriculum
from selezioni_pon.views.candidature.pagina import (
    METODI,
    avanti,
    cornice,
    pagina,
    passo_detto,
    scritto,
    tenuto,
)
from selezioni_pon.views.candidature.titoli import titoli
from selezioni_pon.views.comuni import fatto, indirizzo

# Items and files are kept one by one: their steps are only read.
A_PEZZI: Final[Mapping[Passo, Callable[..., HttpResponse]]] = {
    Passo.TITOLI: titoli,
    Passo.CURRICULUM: curriculum,
}


@require_http_methods([*METODI, "PATCH"])
def candidatura_passo(request: HttpRequest, pk: int, passo: str) -> HttpResponse:
    """One step: kept while it is written (PATCH), or with the button, which goes on."""
    candidatura = access.mia_da_scrivere(request.contesto, pk)
    quale = passo_detto(candidatura, passo)
    if request.method in {"GET", "HEAD"}:
        return _letto(request, candidatura, quale)
    if quale in A_PEZZI:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    return _scritto(request, candidatura, _modulo(request, candidatura, quale))


def _letto(request: HttpRequest, candidatura: Candidatura, passo: Passo) -> HttpResponse:
    if contro_la_scrittura(request.contesto, candidatura.avviso):
        return redirect(indirizzo(request, "candidatura_scrivi", candidatura.pk))
    if passo in A_PEZZI:
        return A_PEZZI[passo](request, candidatura)
    return _risposta(request, candidatura, _modulo(request, candidatura, passo))


def _scritto(request: HttpRequest, candidatura: Candidatura, form: PassoForm) -> HttpResponse:
    contesto = request.contesto
    valido = form.is_valid()
    if request.method == "POST" and not valido:
        return _risposta(request, candidatura, form, 422)
    stato = tenuto(
        form,
        lambda: scrivi_passo(
            autore=contesto, adesso=contesto.adesso, candidatura_id=candidatura.pk,
            passo=form.PASSO, letta=form.cleaned_data.get("versione", 0), campi=form.leggibili,
        ),
    )  # fmt: skip
    if stato != 200:
        return _risposta(request, candidatura, form, stato)
    scritta = access.mia(contesto, candidatura.pk)
    if request.method == "POST":
        return _altrove(request, scritta, form.PASSO)
    return _risposta(request, scritta, form, 200 if valido else 422, tenuta=True)


def _modulo(request: HttpRequest, candidatura: Candidatura, passo: Passo) -> PassoForm:
    dati, avviso = scritto(request), candidatura.avviso
    form: PassoForm
    if passo is Passo.DATI:
        form = DatiForm(dati, da_dove=da_dove(request.contesto, avviso))
    elif passo is Passo.OFFERTA:
        form = OffertaForm(dati, compenso=compenso_di(avviso))
    else:
        form = {Passo.PROGETTO: ProgettoForm, Passo.DICHIARAZIONI: DichiarazioniForm}[passo](dati)
    tenuta = Tenuta(candidatura, impronta_del_passo(candidatura, passo))
    form.initial = form.attuali(tenuta) | {"versione": tenuta.versione}
    return form


def _risposta(
    request: HttpRequest, candidatura: Candidatura, form: PassoForm, stato: int = 200, **altro: Any
) -> HttpResponse:
    """The page; while one writes only what changes of it."""
    tenuta, passo = altro.get("tenuta", False), form.PASSO
    dati = cornice(request, candidatura, passo) | {
        "form": form,
        "salvato_il": candidatura.modificata_il if tenuta else None,
        "versione": impronta_del_passo(candidatura, passo) if tenuta else None,
        "url_passo": indirizzo(request, "candidatura_passo", candidatura.pk, passo.value),
    }
    return pagina(request, "_passo_esito" if request.method == "PATCH" else "passo", dati, stato)


def _altrove(request: HttpRequest, candidatura: Candidatura, passo: Passo) -> HttpResponse:
    """On to the next step, or out."""
    if "esci" in request.POST:
        return fatto(request, "La bozza è salvata.", "mie")
    letta = scheda(con_le_righe(candidatura))
    if mancano := letta.mancano_a(passo):
        messages.info(request, f"Salvato. {' '.join(una.testo for una in mancano)}")
    return redirect(avanti(request, candidatura, letta, passo))
