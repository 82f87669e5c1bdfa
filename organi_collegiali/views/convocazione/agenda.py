"""The agenda of a draft: each act answers with the agenda as it is afterwards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.parole import plurale
from organi_collegiali.access import sedute
from organi_collegiali.forms.punti import PuntoForm, TitoloForm
from organi_collegiali.models import Punto
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.queries.regole import regole
from organi_collegiali.services.convocazione import agenda as services
from organi_collegiali.views.convocazione.pagina import messaggio, pezzo
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita

CAMBIATO = "Nel frattempo l’ordine del giorno è cambiato: qui sotto c’è com’è adesso."


def _ordine(request: HttpRequest, seduta_id: int, annuncio: str = "") -> HttpResponse:
    seduta = sedute.seduta_da_preparare(request.contesto, seduta_id)
    return pezzo(request, seduta, "ordine", annuncio=annuncio, salvata=True)


def _rifiutato(request: HttpRequest, seduta_id: int, testo: str) -> HttpResponse:
    seduta = sedute.seduta_da_preparare(request.contesto, seduta_id)
    return pezzo(request, seduta, "ordine", stato=409, rifiuto=testo)


@require_POST
@non_trovata_se_sparita
def aggiungi(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an item by its title."""
    contesto = request.contesto
    seduta = sedute.seduta_da_preparare(contesto, pk)
    form = TitoloForm(request.POST, auto_id="nuovo-%s")
    if not form.is_valid():
        return pezzo(request, seduta, "ordine", stato=422, nuovo=form)
    try:
        punto = services.aggiungi_punto(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            titolo=form.cleaned_data["titolo"],
        )
    except AttoRifiutato as rifiuto:
        return _rifiutato(request, pk, messaggio(rifiuto))
    return _ordine(request, pk, f"Aggiunto il punto {punto.ordine}: {punto.titolo}")


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def modifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename an item, say what it asks and whether it is about persons."""
    punto = sedute.punto_da_scrivere(request.contesto, pk)
    if request.method == "GET":
        return _modulo(request, punto, PuntoForm(punto=punto))
    form = PuntoForm(request.POST, punto=punto)
    if not form.is_valid():
        return _modulo(request, punto, form, stato=422)
    contesto = request.contesto
    try:
        services.cambia_punto(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=pk,
            versione=form.cleaned_data["versione"],
            dati=form.dati,
        )
    except Conflitto as conflitto:
        dati = form.data.copy()
        dati["versione"] = conflitto.attuale.versione
        ripreso = PuntoForm(dati, punto=punto)
        return _modulo(request, punto, ripreso, stato=409, registrato=conflitto.attuale)
    except AttoRifiutato as rifiuto:
        return _rifiutato(request, punto.seduta_id, messaggio(rifiuto))
    return _ordine(request, punto.seduta_id, f"Punto {punto.ordine} registrato")


def _modulo(
    request: HttpRequest,
    punto: Punto,
    form: PuntoForm,
    *,
    stato: int = 200,
    registrato: object = None,
) -> HttpResponse:
    pagina = {
        "punto": punto,
        "seduta": punto.seduta,
        "form": form,
        "registrato": registrato,
        "voto_persone": regole(punto.seduta.organo, request.contesto.oggi).voto_su_persone(
            punto.seduta.platea
        ),
    }
    risposta = render(request, "organi/convocazione/punto.html", pagina, status=stato)
    if request.htmx and stato != 200:
        risposta["HX-Retarget"], risposta["HX-Reswap"] = f"#punto-{punto.pk}", "outerHTML"
    return risposta


@require_POST
@non_trovata_se_sparita
def muovi(request: HttpRequest, pk: int) -> HttpResponse:
    """Move an item up, down or to a place."""
    contesto = request.contesto
    punto = sedute.punto_da_preparare(contesto, pk)
    posto = _posto(request, punto)
    if posto is None:
        return _rifiutato(request, punto.seduta_id, "Non si capisce dove spostare il punto.")
    try:
        spostato = services.sposta_punto(
            autore=contesto, adesso=contesto.adesso, punto_id=pk, posto=posto
        )
    except AttoRifiutato as rifiuto:
        return _rifiutato(request, punto.seduta_id, messaggio(rifiuto))
    quanti = len(queries.punti(punto.seduta))
    testo = f"{punto.titolo}: adesso è il punto {spostato.ordine} di {quanti}"
    return _ordine(request, punto.seduta_id, testo)


def _posto(request: HttpRequest, punto: Punto) -> int | None:
    match request.POST.get("dove", ""):
        case "su":
            return punto.ordine - 1
        case "giu":
            return punto.ordine + 1
        case numero if numero.isdecimal() and len(numero) < 4:
            return int(numero)
    return None


@require_POST
@non_trovata_se_sparita
def ordina(request: HttpRequest, pk: int) -> HttpResponse:
    """The order in which the items were dragged."""
    contesto = request.contesto
    sedute.seduta_da_preparare(contesto, pk)
    try:
        ordine = [int(valore) for valore in request.POST.getlist("punto")]
        services.ordina_punti(autore=contesto, adesso=contesto.adesso, seduta_id=pk, ordine=ordine)
    except (ValueError, Conflitto):
        return _rifiutato(request, pk, CAMBIATO)
    except AttoRifiutato as rifiuto:
        return _rifiutato(request, pk, messaggio(rifiuto))
    return _ordine(request, pk, "Ordine del giorno riordinato")


@require_POST
@non_trovata_se_sparita
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an item off."""
    contesto = request.contesto
    punto = sedute.punto_da_preparare(contesto, pk)
    try:
        services.togli_punto(autore=contesto, adesso=contesto.adesso, punto_id=pk)
    except AttoRifiutato as rifiuto:
        return _rifiutato(request, punto.seduta_id, messaggio(rifiuto))
    return _ordine(request, punto.seduta_id, f"Tolto il punto {punto.ordine}: {punto.titolo}")


@require_POST
@non_trovata_se_sparita
def rinviati(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up what the last sitting postponed."""
    contesto = request.contesto
    sedute.seduta_da_preparare(contesto, pk)
    try:
        quanti = services.riprendi_rinviati(autore=contesto, adesso=contesto.adesso, seduta_id=pk)
    except AttoRifiutato as rifiuto:
        return _rifiutato(request, pk, messaggio(rifiuto))
    ripresi = plurale(quanti, "punto ripreso", "punti ripresi")
    return _ordine(request, pk, f"{ripresi} dall’ultima seduta")


@require_safe
def perche_punto(request: HttpRequest, pk: int) -> HttpResponse:
    """Why an item on persons has no names outside, closed doors and a secret vote."""
    punto = sedute.punto_da_scrivere(request.contesto, pk)
    pagina = {
        "punto": punto,
        "seduta": punto.seduta,
        "voto_persone": regole(punto.seduta.organo, request.contesto.oggi).voto_su_persone(
            punto.seduta.platea
        ),
    }
    return render(request, "organi/convocazione/perche_punto.html", pagina)
