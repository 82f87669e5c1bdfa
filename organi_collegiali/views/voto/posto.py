"""The place of a member: to vote, to ask for the word, to go out, to dictate."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organi_collegiali.access import sedute
from organi_collegiali.access import voto as access
from organi_collegiali.errori import AttoRifiutato
from organi_collegiali.forms.voto import DichiarazioneForm, voto_da
from organi_collegiali.models import Convocato
from organi_collegiali.queries.voto.posto import posto as leggi
from organi_collegiali.rules.motivi import Violazione
from organi_collegiali.services import aula as servizi
from organi_collegiali.services.voto.voti_palesi import vota_palese

SCEGLI = [Violazione("voto", "Scegli come voti.", "", "voto")]


@require_safe
def posto(request: HttpRequest, pk: int) -> HttpResponse:
    """The sitting from the own place; for HTMX only what changes."""
    return _mostra(request, sedute.posto(request.contesto, pk))


def _mostra(
    request: HttpRequest,
    convocato: Convocato,
    *,
    violazioni: Sequence[Violazione] = (),
    stato: int = 200,
) -> HttpResponse:
    convocato.seduta.refresh_from_db(fields=["versione", "stato"])
    dati = {
        "seduta": convocato.seduta,
        "posto": leggi(convocato, request.contesto.adesso),
        "violazioni": violazioni,
    }
    modello = "organi/voto/_posto.html" if request.htmx else "organi/voto/posto.html"
    return render(request, modello, dati, status=stato)


def _compi(
    request: HttpRequest, convocato: Convocato, atto: Callable[[], object], testo: str = ""
) -> HttpResponse:
    """Do it, then show the place as it is now; a refusal stands on it."""
    try:
        atto()
    except AttoRifiutato as rifiuto:
        return _mostra(request, convocato, violazioni=rifiuto.violazioni, stato=422)
    if request.htmx:
        return _mostra(request, convocato)
    if testo:
        messages.success(request, testo)
    return redirect("organi:posto", request.istituto.slug, convocato.seduta_id)


@require_POST
def vota(request: HttpRequest, pk: int) -> HttpResponse:
    """Vote by name, or change the vote while it is open."""
    contesto = request.contesto
    votazione, convocato = access.votazione_dal_posto(contesto, pk)
    scelto = voto_da(request.POST.get("voto", ""))
    if scelto is None:
        return _mostra(request, convocato, violazioni=SCEGLI, stato=422)
    return _compi(
        request,
        convocato,
        lambda: vota_palese(
            autore=contesto, adesso=contesto.adesso, votazione_id=votazione.pk, voto=scelto
        ),
        "Il voto è registrato.",
    )


@require_POST
def intervento(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the word on the item under discussion, or give it up."""
    contesto = request.contesto
    punto, convocato = access.punto_dal_posto(contesto, pk)
    in_attesa = leggi(convocato, contesto.adesso).intervento
    chi = {"autore": contesto, "adesso": contesto.adesso}
    if "ritira" in request.POST and in_attesa:
        return _compi(
            request,
            convocato,
            lambda: servizi.toglie_parola(intervento_id=in_attesa.pk, **chi),
            "Non chiedi più la parola.",
        )
    return _compi(
        request,
        convocato,
        lambda: servizi.iscrive_a_parlare(punto_id=punto.pk, convocato_id=convocato.pk, **chi),
        "Hai chiesto la parola.",
    )


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
    if request.method == "POST" and form.is_valid():
        try:
            servizi.detta_dichiarazione(
                autore=contesto,
                adesso=contesto.adesso,
                punto_id=punto.pk,
                convocato_id=convocato.pk,
                testo=form.cleaned_data["testo"],
            )
        except AttoRifiutato as rifiuto:
            for violazione in rifiuto.violazioni:
                form.add_error(None, f"{violazione.testo} {violazione.fonte}".strip())
        else:
            messages.success(request, "La dichiarazione è a verbale, parola per parola.")
            return redirect("organi:posto", request.istituto.slug, punto.seduta_id)
    return render(
        request,
        "organi/voto/dichiarazione.html",
        {"seduta": punto.seduta, "punto": punto, "form": form},
        status=422 if form.errors else 200,
    )
