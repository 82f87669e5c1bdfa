"""The notes while they are typed, the list of who speaks, the statements to the letter."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.parole import ora
from organi_collegiali.access import aula as access_aula
from organi_collegiali.access import sedute as access
from organi_collegiali.access.aula import della_seduta
from organi_collegiali.forms.aula import ComponenteForm, DichiarazioneForm, DiscussioneForm
from organi_collegiali.models import Punto
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.aula.discussione import Appunti
from organi_collegiali.views.aula.risposte import da_correggere, fatto, in_json, rifiutato


@require_http_methods(["GET", "POST"])
def discussione(request: HttpRequest, pk: int) -> HttpResponse:
    """The notes of an item: read as they are kept, saved over the version that was read."""
    contesto = request.contesto
    punto = access.punto_da_condurre(contesto, pk)
    if request.method == "GET":
        return JsonResponse(_in_json(Appunti(punto.discussione, punto.versione)))
    form = DiscussioneForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, punto.seduta, form)
    try:
        salvati = servizi.salva_discussione(
            autore=contesto, adesso=contesto.adesso, punto_id=pk, **form.cleaned_data
        )
    except Conflitto as conflitto:
        return _in_conflitto(request, punto, form.cleaned_data["testo"], conflitto.attuale)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, punto.seduta, rifiuto.violazioni)
    alle = ora(timezone.localtime(contesto.adesso))
    return fatto(request, punto.seduta, "", versione=salvati.versione, alle=alle)


def _in_json(appunti: Appunti) -> dict[str, object]:
    return {"testo": appunti.testo, "versione": appunti.versione}


def _in_conflitto(
    request: HttpRequest, punto: Punto, scritto: str, attuale: object
) -> HttpResponse:
    """Both texts, nobody's lost: the own one can be kept, joined or given up."""
    assert isinstance(attuale, Appunti)  # noqa: S101 -- what the service raises it with
    if in_json(request):
        return JsonResponse({"attuale": _in_json(attuale)}, status=409)
    dati = {"punto": punto, "seduta": punto.seduta, "scritto": scritto, "attuale": attuale}
    return render(request, "organi/aula/conflitto.html", dati, status=409)


@require_POST
def iscrive(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a member on the list of who asks for the word."""
    contesto = request.contesto
    punto = access.punto_da_condurre(contesto, pk)
    form = ComponenteForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, punto.seduta, form)
    chi = della_seduta(punto.seduta, form.cleaned_data["convocato"])
    try:
        servizi.iscrive_a_parlare(
            autore=contesto, adesso=contesto.adesso, punto_id=pk, convocato_id=chi.pk
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, punto.seduta, rifiuto.violazioni)
    return fatto(request, punto.seduta, f"{chi.persona} ha chiesto la parola.")


@require_POST
def parola(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the word, or take who gives it up off the list (``togli``)."""
    contesto = request.contesto
    intervento = access_aula.intervento_da_dare(contesto, pk)
    compie = servizi.toglie_parola if "togli" in request.POST else servizi.concede_parola
    seduta = intervento.punto.seduta
    try:
        compie(autore=contesto, adesso=contesto.adesso, intervento_id=pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni)
    return fatto(request, seduta, "L’elenco di chi parla è aggiornato.")


@require_POST
def detta(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a statement to the letter for a member who dictates it."""
    contesto = request.contesto
    punto = access.punto_da_condurre(contesto, pk)
    form = DichiarazioneForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, punto.seduta, form)
    chi = della_seduta(punto.seduta, form.cleaned_data["convocato"])
    try:
        servizi.detta_dichiarazione(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=pk,
            convocato_id=chi.pk,
            testo=form.cleaned_data["testo"],
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, punto.seduta, rifiuto.violazioni)
    return fatto(request, punto.seduta, f"La dichiarazione di {chi.persona} è a verbale.")


@require_POST
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a statement while the sitting is open."""
    contesto = request.contesto
    dichiarazione = access_aula.dichiarazione_da_togliere(contesto, pk)
    seduta = dichiarazione.punto.seduta
    try:
        servizi.toglie_dichiarazione(autore=contesto, adesso=contesto.adesso, dichiarazione_id=pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni)
    return fatto(request, seduta, "La dichiarazione è tolta.")
