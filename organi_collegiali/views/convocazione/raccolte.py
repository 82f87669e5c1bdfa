"""A member asks for a sitting; the others sign on the same page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.parole import giorno
from organi_collegiali.access import convocazione, preparazione
from organi_collegiali.forms.richieste import ArgomentiForm
from organi_collegiali.models import RaccoltaFirme
from organi_collegiali.queries.convocazione import raccolte as queries
from organi_collegiali.queries.convocazione.richieste import regole_richiesta
from organi_collegiali.services.convocazione import raccolte as services
from organi_collegiali.views.convocazione.pagina import messaggio
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita

Atto = Callable[..., RaccoltaFirme]


@require_http_methods(["GET", "HEAD", "POST"])
@non_trovata_se_sparita
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that the organ be convened, as who sits: the own signature is the first."""
    contesto = request.contesto
    organo = convocazione.organo_dove_si_presenta(contesto, pk)
    form = ArgomentiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            raccolta = services.apri_raccolta(
                autore=contesto, adesso=contesto.adesso, organo_id=pk, **form.cleaned_data
            )
        except AttoRifiutato as rifiuto:
            form.add_error(None, messaggio(rifiuto))
        else:
            messages.success(request, _detto(request, raccolta, "La tua firma è la prima."))
            return redirect("organi:raccolta", contesto.istituto.slug, raccolta.pk)
    pagina = {"organo": organo, "form": form, "regole": regole_richiesta(organo, contesto.oggi)}
    stato = 422 if form.errors else 200
    return render(request, "organi/convocazione/raccolta_form.html", pagina, status=stato)


@require_safe
def raccolta(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, who has signed, how many signatures are missing."""
    return _pagina(request, preparazione.raccolta(request.contesto, pk))


def _pagina(
    request: HttpRequest, trovata: RaccoltaFirme, *, stato: int = 200, **altro: Any
) -> HttpResponse:
    contesto = request.contesto
    con_firme = queries.con_le_firme(contesto, trovata)
    pagina = {
        "raccolta": trovata,
        "organo": trovata.organo,
        "con_firme": con_firme,
        "mia": con_firme.mia,
        "firma": preparazione.firma(contesto, trovata),
        "propria": trovata.persona_id == contesto.persona.pk,
        "oggi": contesto.oggi,
    }
    return render(request, "organi/convocazione/raccolta.html", pagina | altro, status=stato)


@require_POST
@non_trovata_se_sparita
def firma(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign; with the last signature the request is presented."""
    return _compi(request, pk, services.firma_raccolta, "Hai firmato la richiesta.")


@require_POST
@non_trovata_se_sparita
def togli_firma(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the own signature back."""
    return _compi(request, pk, services.togli_firma_raccolta, "La tua firma è tolta.")


@require_POST
@non_trovata_se_sparita
def ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw the request that one has opened."""
    return _compi(request, pk, services.ritira_raccolta, "La richiesta è ritirata.")


def _compi(request: HttpRequest, pk: int, atto: Atto, fatto: str) -> HttpResponse:
    contesto = request.contesto
    trovata = preparazione.raccolta(contesto, pk)
    try:
        raccolta = atto(autore=contesto, adesso=contesto.adesso, raccolta_id=pk)
    except AttoRifiutato as rifiuto:
        return _pagina(request, trovata, stato=409, rifiuto=messaggio(rifiuto))
    messages.success(request, _detto(request, raccolta, fatto))
    return redirect("organi:raccolta", contesto.istituto.slug, pk)


def _detto(request: HttpRequest, raccolta: RaccoltaFirme, fatto: str) -> str:
    if raccolta.richiesta is None:
        return fatto
    entro = giorno(raccolta.richiesta.convocare_entro, request.contesto.oggi)
    return f"{fatto} Le firme bastano: la richiesta è presentata, si convoca entro {entro}."
