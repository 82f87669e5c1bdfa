"""What is on file for an item: put there, awaited, taken off."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import sedute
from organi_collegiali.access.convocazione import allegato_da_preparare
from organi_collegiali.access.sedute import IN_PREPARAZIONE
from organi_collegiali.forms.punti import AllegatoForm, DepositoForm
from organi_collegiali.models import Allegato, Punto
from organi_collegiali.queries.cariche import prepara
from organi_collegiali.queries.convocazione.termini import termini
from organi_collegiali.queries.delibere.delibere import visibili
from organi_collegiali.services.convocazione import allegati as services
from organi_collegiali.views.convocazione.pagina import messaggio, pezzo
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita
from organi_collegiali.views.invio.pagina import rifiutato


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def allega(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, an earlier deliberation, or what is awaited, for an item."""
    contesto = request.contesto
    punto = sedute.punto_da_preparare(contesto, pk)
    organo = punto.seduta.organo
    leggibili = visibili(contesto, ufficio=prepara(contesto)).filter(aperta=True)
    form = AllegatoForm(*_inviati(request), organo=organo, leggibili=leggibili, oggi=contesto.oggi)

    def compi() -> Allegato:
        return services.allega(autore=contesto, adesso=contesto.adesso, punto_id=pk, dati=form.dati)

    return _deposita(request, punto, form, compi)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def deposita(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of something that was awaited."""
    contesto = request.contesto
    allegato = allegato_da_preparare(contesto, pk)
    form = DepositoForm(*_inviati(request))

    def compi() -> Allegato:
        return services.deposita(
            autore=contesto, adesso=contesto.adesso, allegato_id=pk, dati=form.dati
        )

    return _deposita(request, allegato.punto, form, compi, atteso=allegato)


def _inviati(request: HttpRequest) -> tuple[Any, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _deposita(
    request: HttpRequest,
    punto: Punto,
    form: DepositoForm,
    compi: Callable[[], Allegato],
    *,
    atteso: Allegato | None = None,
) -> HttpResponse:
    if form.is_valid():
        try:
            riga = compi()
        except AttoRifiutato as rifiuto:
            form.add_error(None, messaggio(rifiuto))
        else:
            titolo = riga.titolo if atteso is None else atteso.titolo
            messages.success(request, f"«{titolo}» è al punto {punto.ordine}.")
            return redirect("organi:prepara", request.contesto.istituto.slug, punto.seduta_id)
    pagina = {
        "punto": punto,
        "seduta": punto.seduta,
        "form": form,
        "verbo": "Deposita" if atteso else "Allega",
        "atteso": atteso,
        "deposito": _deposito(request, punto),
    }
    stato = 422 if form.errors else 200
    return render(request, "organi/convocazione/allega.html", pagina, status=stato)


def _deposito(request: HttpRequest, punto: Punto) -> Any:
    """By when the papers are on file, if the sitting has a day."""
    inizio = punto.seduta.inizio_previsto
    if inizio is None:
        return None
    giorno = timezone.localdate(inizio)
    return termini(punto.seduta.organo, request.contesto.oggi, giorno).deposito(giorno)


@require_POST
@non_trovata_se_sparita
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take something off the file of an item."""
    contesto = request.contesto
    allegato = allegato_da_preparare(contesto, pk)
    seduta_id = allegato.punto.seduta_id
    convocata = allegato.punto.seduta.stato not in IN_PREPARAZIONE
    try:
        services.togli_allegato(autore=contesto, adesso=contesto.adesso, allegato_id=pk)
    except AttoRifiutato as rifiuto:
        if convocata:
            return rifiutato(request, seduta_id, rifiuto)
        seduta = sedute.seduta_da_preparare(contesto, seduta_id)
        return pezzo(request, seduta, "ordine", stato=409, rifiuto=messaggio(rifiuto))
    if convocata:
        messages.success(request, f"Tolto «{allegato.titolo}».")
        return redirect("organi:seduta", contesto.istituto.slug, seduta_id)
    seduta = sedute.seduta_da_preparare(contesto, seduta_id)
    return pezzo(request, seduta, "ordine", annuncio=f"Tolto «{allegato.titolo}»", salvata=True)
