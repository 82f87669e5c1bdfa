"""The election of persons is opened: first what is elected, then who stands."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organi_collegiali.access import urna as access
from organi_collegiali.enums import ModoVotazione
from organi_collegiali.forms.spoglio import ElezioneForm
from organi_collegiali.models import Punto
from organi_collegiali.queries.organi.durata import fine_mandato
from organi_collegiali.queries.urna.eleggibili import ART_8, Possibile, eleggibili, possibili
from organi_collegiali.queries.voto.sala import sala
from organi_collegiali.services.urna.apertura_elezione import CheCosaElegge, apri_elezione
from organi_collegiali.views.atti import compiuto


@require_http_methods(["GET", "POST"])
def elezione(request: HttpRequest, pk: int) -> HttpResponse:
    """Without ``?elegge=`` the list of what can be elected, with it the list of who may stand."""
    punto = access.punto_da_eleggere(request.contesto, pk)
    tutte = possibili(punto.seduta, request.contesto.oggi)
    chiesta = request.GET.get("elegge", "")
    if not chiesta:
        dati = {"punto": punto, "seduta": punto.seduta, "possibili": tutte}
        return render(request, "organi/urna/che_cosa.html", dati)
    possibile = next((p for p in tutte if p.chiave == chiesta), None)
    if possibile is None:
        raise Http404
    return _candidati(request, punto, possibile)


def _candidati(request: HttpRequest, punto: Punto, possibile: Possibile) -> HttpResponse:
    persone = {p.pk: str(p) for p in eleggibili(punto.seduta, possibile, request.contesto.oggi)}
    form = ElezioneForm(
        persone.items(),
        carica=possibile.carica is not None,
        data=request.POST or None,
        initial={
            "posti": possibile.posti,
            "preferenze": 1,
            "dal": request.contesto.oggi,
            "al": fine_mandato(possibile.organo, request.contesto.oggi),
            "modo": ModoVotazione.URNA,
        },
    )
    if request.method == "POST" and form.is_valid() and _apri(request, punto, possibile, form):
        return redirect(reverse("organi:aula", args=[request.istituto.slug, punto.seduta_id]))
    dati = {
        "punto": punto,
        "seduta": punto.seduta,
        "possibile": possibile,
        "form": form,
        "parita": sala(punto).regole.parita_fra_persone,
        "art_8": ART_8,
    }
    return render(request, "organi/urna/elezione.html", dati, status=422 if form.errors else 200)


def _apri(request: HttpRequest, punto: Punto, possibile: Possibile, form: ElezioneForm) -> bool:
    """Whether the vote is open; what is wrong is said at its field."""
    contesto, dati = request.contesto, form.cleaned_data
    return compiuto(
        form,
        lambda: apri_elezione(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=punto.pk,
            che_cosa=_che_cosa(possibile, dati),
            candidati=dati["candidati"],
            eleggibili=[p.pk for p in eleggibili(punto.seduta, possibile, contesto.oggi)],
            modo=ModoVotazione(dati["modo"]),
        ),
    )


def _che_cosa(possibile: Possibile, dati: dict[str, Any]) -> CheCosaElegge:
    return CheCosaElegge(
        organo=possibile.organo,
        carica=possibile.carica,
        componente=possibile.componente,
        posti=dati.get("posti", 1),
        preferenze=dati.get("preferenze", 1),
        assoluta=possibile.assoluta,
        fonte=ART_8 if possibile.assoluta else "",
        dal=dati["dal"],
        al=dati.get("al"),
    )
