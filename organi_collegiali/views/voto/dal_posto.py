"""What a member does from the own place on a page of its own: to go out, to dictate."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import sedute
from organi_collegiali.access import voto as access
from organi_collegiali.forms.voto import DichiarazioneForm
from organi_collegiali.models import Convocato
from organi_collegiali.queries.presenze import in_aula
from organi_collegiali.queries.voto.posto import posto as leggi
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.atti import compiuto


@require_http_methods(["GET", "POST"])
def esco(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave the room: it is written at once, after what it means for the legal number."""
    contesto = request.contesto
    convocato = sedute.posto(contesto, pk)
    visto = leggi(convocato, contesto.adesso)
    if request.method == "POST":
        _esce(request, convocato)
        risposta = redirect("organi:posto", request.istituto.slug, pk)
        return HttpResponse(headers={"HX-Redirect": risposta.url}) if request.htmx else risposta
    return render(request, "organi/voto/esco.html", {"seduta": convocato.seduta, "posto": visto})


def _esce(request: HttpRequest, convocato: Convocato) -> None:
    try:
        servizi.registra_movimento(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            convocato_id=convocato.pk,
            entra=False,
        )
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            messages.error(request, violazione.testo)
    else:
        messages.success(request, "La tua uscita è registrata.")


@require_http_methods(["GET", "POST"])
def dichiarazione(request: HttpRequest, pk: int) -> HttpResponse:
    """Dictate a statement, to the letter."""
    contesto = request.contesto
    punto, convocato = access.punto_dal_posto(contesto, pk)
    form = DichiarazioneForm(request.POST or None)

    def detta() -> object:
        return servizi.detta_dichiarazione(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=punto.pk,
            convocato_id=convocato.pk,
            testo=form.cleaned_data["testo"],
        )

    if request.method == "POST" and form.is_valid() and compiuto(form, detta, fonti=True):
        messages.success(request, "La dichiarazione è a verbale, parola per parola.")
        return redirect("organi:posto", request.istituto.slug, punto.seduta_id)
    dati = {
        "seduta": punto.seduta,
        "punto": punto,
        "form": form,
        "in_aula": in_aula(convocato, contesto.adesso),
    }
    stato = 422 if form.errors else 200
    return render(request, "organi/voto/dichiarazione.html", dati, status=stato)
