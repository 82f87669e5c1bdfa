"""The applications: registered from the paper, read, checked, given up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import infanzia as access
from selezioni_pon.forms.infanzia.domande import DomandaForm, RinunciaForm, ScriviDomandaForm
from selezioni_pon.models import DomandaInfanzia
from selezioni_pon.queries.infanzia.regole import criteri_dell_elenco
from selezioni_pon.queries.infanzia.scheda import scheda
from selezioni_pon.services import infanzia as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI = ["GET", "HEAD", "POST"]


@require_http_methods(METODI)
def infanzia_domanda_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Register an application of a family."""
    contesto = request.contesto
    elenco = access.elenco(contesto, pk)
    form = DomandaForm(
        digitato(request), griglia=criteri_dell_elenco(elenco),
        initial={"presentata_il": contesto.oggi},
    )  # fmt: skip
    registrate: list[DomandaInfanzia] = []

    def atto() -> None:
        registrate.append(
            servizi.registra_domanda(
                autore=contesto, adesso=contesto.adesso, elenco_id=pk, bambino=form.bambino,
                adulti=form.adulti, dati=form.dati,
            )
        )  # fmt: skip

    if compiuto(request, form, atto):
        testo = f"La domanda è registrata: è la numero {registrate[0].numero}."
        return fatto(request, testo, "infanzia_domanda", registrate[0].pk)
    return mostra(request, "infanzia/domanda_nuova", {"form": form, "elenco": elenco})


@require_safe
def infanzia_domanda(request: HttpRequest, pk: int) -> HttpResponse:
    """An application with its points, its place and why."""
    domanda = access.domanda(request.contesto, pk)
    dati = {"domanda": domanda, "elenco": domanda.elenco, "scheda": scheda(domanda)}
    return mostra(request, "infanzia/domanda", dati)


@require_http_methods(METODI)
def infanzia_domanda_scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an application, or write what the check of its titles found."""
    contesto = request.contesto
    domanda = access.domanda(contesto, pk)
    form = ScriviDomandaForm(digitato(request), griglia=criteri_dell_elenco(domanda.elenco))
    form.initial = form.attuali(domanda) | {"versione": domanda.versione}
    if compiuto(
        request, form,
        lambda: servizi.scrivi_domanda(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, versione=form.letta,
            dati=form.dati,
        ),
    ):  # fmt: skip
        return fatto(request, "La domanda è come scritta.", "infanzia_domanda", pk)
    dati = {"form": form, "domanda": domanda, "elenco": domanda.elenco}
    return mostra(request, "infanzia/domanda_scrivi", dati)


@require_http_methods(METODI)
def infanzia_rinuncia(request: HttpRequest, pk: int) -> HttpResponse:
    """Take note that a family gives up."""
    contesto = request.contesto
    domanda = access.domanda(contesto, pk)
    if domanda.rinuncia_il is not None and request.method != "POST":
        messages.info(request, "La rinuncia è già registrata.")
        return redirect(indirizzo(request, "infanzia_domanda", pk))
    form = RinunciaForm(digitato(request), initial={"rinuncia_il": contesto.oggi})
    if compiuto(
        request, form,
        lambda: servizi.registra_rinuncia(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk,
            giorno=form.cleaned_data["rinuncia_il"], atto=form.cleaned_data["rinuncia_da"],
        ),
    ):  # fmt: skip
        return fatto(request, "La rinuncia è registrata.", "infanzia_domanda", pk)
    dati = {"form": form, "domanda": domanda, "elenco": domanda.elenco}
    return mostra(request, "infanzia/rinuncia", dati)
