"""The roll call ends: the sitting is opened, or found deserted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from organi_collegiali.access import sedute as access
from organi_collegiali.errori import AttoRifiutato
from organi_collegiali.forms.aula import CaricheForm
from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula import aula as leggi
from organi_collegiali.queries.aula.cariche import cariche as chi_tiene
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.aula.risposte import da_correggere, fatto, rifiutato


@require_POST
def apri(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the sitting to order."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    form = CaricheForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, seduta, form)
    try:
        servizi.apri_seduta(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            presiede_id=form.cleaned_data["presiede"],
            verbalizza_id=form.cleaned_data["verbalizza"],
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni)
    return fatto(request, seduta, "La seduta è aperta.")


@require_http_methods(["GET", "POST"])
def deserta(request: HttpRequest, pk: int) -> HttpResponse:
    """Put on record that the legal number was missing."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    if request.method == "POST" and "riletto" in request.POST:
        try:
            servizi.dichiara_deserta(autore=contesto, adesso=contesto.adesso, seduta_id=pk)
        except AttoRifiutato as rifiuto:
            return rifiutato(request, seduta, rifiuto.violazioni)
        return redirect("organi:seduta", request.istituto.slug, pk)
    return render(request, "componenti/conferma.html", _conferma(request, seduta))


def _conferma(request: HttpRequest, seduta: Seduta) -> dict[str, object]:
    stanza = leggi(seduta, request.contesto.adesso)
    return {
        "domanda": "Dichiarare deserta la seduta?",
        "effetti": [
            f"{stanza.giudizio.perche[-1].testo}",
            "resta scritto chi è venuto e chi no, con l’ora; si apre il verbale che ne dà atto",
            "si convoca di nuovo con lo stesso ordine del giorno: l’avviso va a chi non è venuto",
        ],
        "correzione": "Se arriva chi manca prima della conferma, si torna indietro e si apre.",
        "rilettura": "Ho riletto l’appello",
        "verbo": "Dichiara deserta",
        "azione": request.path,
        "indietro": reverse("organi:aula", args=[request.istituto.slug, seduta.pk]),
    }


@require_http_methods(["GET", "POST"])
def cariche(request: HttpRequest, pk: int) -> HttpResponse:
    """Another presides or writes from now on."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    form = CaricheForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            servizi.cambia_cariche(
                autore=contesto,
                adesso=contesto.adesso,
                seduta_id=pk,
                presiede_id=form.cleaned_data["presiede"],
                verbalizza_id=form.cleaned_data["verbalizza"],
            )
        except AttoRifiutato as rifiuto:
            for violazione in rifiuto.violazioni:
                form.add_error(violazione.campo or None, violazione.testo)
        else:
            return fatto(request, seduta, "Da ora la seduta è tenuta da altri.")
    return render(
        request,
        "organi/aula/cariche.html",
        {
            "seduta": seduta,
            "form": form,
            "cariche": chi_tiene(leggi(seduta, contesto.adesso)),
        },
        status=422 if form.errors else 200,
    )
