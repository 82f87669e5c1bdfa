"""The election of a component: who stands, the votes and who they elect, the proclamation."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from organi_collegiali.access.mandati import elezione_da_curare
from organi_collegiali.access.organi import organo_da_curare
from organi_collegiali.enums import Componente
from organi_collegiali.forms.elezioni import (
    CandidatoForm,
    ElezioneForm,
    ProclamazioneForm,
    RisultatiForm,
)
from organi_collegiali.models import Elezione
from organi_collegiali.queries.organi.durata import fine_mandato
from organi_collegiali.queries.organi.elezioni import esito_con, esito_di, scrutinio
from organi_collegiali.services.organi.elezioni import (
    aggiunge_candidato,
    indice_elezione,
    proclama_elezione,
    scrive_risultati,
)
from organi_collegiali.views.organi.comuni import alla_pagina, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the election of the representatives of a component."""
    contesto: Contesto = request.contesto
    organo = organo_da_curare(contesto, pk)
    iniziali = {
        "votata_il": contesto.oggi, "dal": contesto.oggi,
        "al": fine_mandato(organo, contesto.oggi),
    }  # fmt: skip
    form = ElezioneForm(request.POST or None, initial=iniziali)
    creata: list[Elezione] = []

    def atto() -> None:
        dati = form.cleaned_data
        componente = Componente(dati["componente"])
        creata.append(
            indice_elezione(
                autore=contesto, adesso=contesto.adesso, organo_id=pk,
                **dati | {"componente": componente},
            )
        )  # fmt: skip

    if compiuto(request, form, atto):
        return _alla_elezione(request, creata[0].pk)
    return modulo(
        request, "modulo", organo, form,
        titolo="Una nuova elezione",
        spiegazione="Prima i posti e le liste; poi i candidati e i voti, dal verbale del seggio.",
        verbo="Apri l’elezione",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def elezione(request: HttpRequest, pk: int) -> HttpResponse:
    """Lists, candidates and votes, with who would be elected; a POST writes the votes."""
    contesto: Contesto = request.contesto
    trovata = elezione_da_curare(contesto, pk)
    form = RisultatiForm(request.POST or None, elezione=trovata)
    if request.method == "POST" and form.is_valid():
        try:
            scrive_risultati(
                autore=contesto,
                adesso=contesto.adesso,
                elezione_id=pk,
                risultati=form.risultati,
            )
        except AttoRifiutato as rifiuto:
            return _pagina(request, trovata, stato=409, rifiuto=rifiuto, risultati=form)
        messages.success(request, "I voti sono registrati.")
        return _alla_elezione(request, pk)
    stato = 422 if request.method == "POST" else 200
    return _pagina(request, trovata, stato=stato, risultati=form)


@require_POST
def esito(request: HttpRequest, pk: int) -> HttpResponse:
    """Who would be elected with the votes typed so far: a fragment, nothing is written."""
    contesto: Contesto = request.contesto
    trovata = elezione_da_curare(contesto, pk)
    form = RisultatiForm(request.POST, elezione=trovata)
    if not form.is_valid():
        return render(request, "organi/organi/_esito.html", {"sbagliati": True})
    giudizio = esito_con(trovata, form.risultati, contesto.oggi)
    dati = {"elezione": trovata, "scrutinio": scrutinio(trovata, giudizio), "prova": True}
    return render(request, "organi/organi/_esito.html", dati)


@require_POST
def candidato(request: HttpRequest, pk: int) -> HttpResponse:
    """Add who stands."""
    contesto: Contesto = request.contesto
    trovata = elezione_da_curare(contesto, pk)
    form = CandidatoForm(request.POST, elezione=trovata, oggi=contesto.oggi)
    if compiuto(
        request, form,
        lambda: aggiunge_candidato(
            autore=contesto, adesso=contesto.adesso, elezione_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        return _alla_elezione(request, pk)
    return _pagina(request, trovata, stato=422, candidato=form)


@require_POST
def proclama(request: HttpRequest, pk: int) -> HttpResponse:
    """Proclaim the elected: the mandates are made."""
    contesto: Contesto = request.contesto
    trovata = elezione_da_curare(contesto, pk)
    form = ProclamazioneForm(request.POST)
    mandati: list[Any] = []

    def atto() -> None:
        dati = form.cleaned_data
        mandati.extend(
            proclama_elezione(autore=contesto, adesso=contesto.adesso, elezione_id=pk, **dati)
        )

    if compiuto(request, form, atto):
        testo = plurale(len(mandati), "eletto proclamato.", "eletti proclamati.")
        return alla_pagina(request, trovata.organo, testo)
    return _pagina(request, trovata, stato=422, proclamazione=form)


def _alla_elezione(request: HttpRequest, pk: int) -> HttpResponse:
    return redirect("organi:elezione", request.contesto.istituto.slug, pk)


def _pagina(
    request: HttpRequest, trovata: Elezione, *, stato: int, rifiuto: AttoRifiutato | None = None,
    **moduli: Any,
) -> HttpResponse:  # fmt: skip
    contesto: Contesto = request.contesto
    giudizio = esito_di(trovata, trovata.proclamata_il or contesto.oggi)
    dati = {
        "elezione": trovata,
        "organo": trovata.organo,
        "scrutinio": scrutinio(trovata, giudizio),
        "risultati": moduli.get("risultati") or RisultatiForm(elezione=trovata),
        "candidato": moduli.get("candidato")
        or CandidatoForm(
            elezione=trovata, oggi=contesto.oggi, cerca=request.GET.get("cerca", "")[:80]
        ),
        "proclamazione": moduli.get("proclamazione") or ProclamazioneForm(),
        "rifiuto": rifiuto,
    }
    return render(request, "organi/organi/elezione.html", dati, status=stato)
