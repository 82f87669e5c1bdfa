"""Ballots of paper: the figures of the office of three."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.scuola.riconferma import chiedi_prova, provato_da_poco
from organi_collegiali.access import urna as access
from organi_collegiali.enums import StatoVotazione
from organi_collegiali.forms.spoglio import CartaForm
from organi_collegiali.models import Votazione
from organi_collegiali.queries.urna.preferenze import candidati
from organi_collegiali.queries.voto.sala import sala, votanti_di
from organi_collegiali.services.urna.schede_di_carta import registra_spoglio
from organi_collegiali.views.atti import compiuto


@require_http_methods(["GET", "POST"])
def schede(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet of the ballot office, with who counts; it closes the vote."""
    votazione = access.schede_da_contare(request.contesto, pk)
    if votazione.stato != StatoVotazione.APERTA:
        return redirect("organi:spoglio", request.istituto.slug, pk)
    if not provato_da_poco(request):
        return chiedi_prova(request, request.path)
    votanti = votanti_di(votazione, sala(votazione.punto), request.contesto.adesso)
    scrutatori = [
        (c.persona_id, str(c.persona))
        for c in votanti
        if c.persona_id != votazione.punto.seduta.verbalizza_id
    ]
    form = CartaForm(candidati(votazione), scrutatori, request.POST or None)
    if request.method == "POST" and form.is_valid() and _registra(request, votazione, form):
        return redirect("organi:spoglio", request.istituto.slug, pk)
    dati = {
        "votazione": votazione,
        "seduta": votazione.punto.seduta,
        "form": form,
        "presenti": len(votanti),
    }
    return render(request, "organi/urna/carta.html", dati, status=422 if form.errors else 200)


def _registra(request: HttpRequest, votazione: Votazione, form: CartaForm) -> bool:
    """Whether the figures were taken; what is wrong is said at its field."""
    contesto, dati = request.contesto, form.cleaned_data
    return compiuto(
        form,
        lambda: registra_spoglio(
            autore=contesto,
            adesso=contesto.adesso,
            votazione_id=votazione.pk,
            spoglio=form.spoglio(),
            scrutatori=(dati["primo_scrutatore"], dati["secondo_scrutatore"]),
        ),
    )
