"""Pages that belong to no single app."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from cpia.portale import salute as stato
from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.registro import calcola, rispondi
from cpia.portale.forms import RichiestaForm, Tabella, con_altre_righe
from cpia.scuola import queries, tenancy


def istituti(request: HttpRequest) -> HttpResponse:
    """Where to enter: straight in when the login is somebody in one institute only."""
    with transaction.atomic():
        tenancy.imposta(istituto_id=None, utente_id=request.user.pk)
        elenco = queries.istituti_dell_utente(request.user.pk)
    if len(elenco) == 1:
        return redirect("scrivania", elenco[0].slug)
    return render(
        request,
        "portale/istituti.html",
        {"istituti": [(i, reverse("scrivania", args=[i.slug])) for i in elenco]},
    )


@login_not_required
def salute(request: HttpRequest) -> JsonResponse:
    """The state of database, broker and worker: 200 when all answer, 503 when one does not."""
    componenti = stato.componenti()
    return JsonResponse({"componenti": componenti}, status=200 if all(componenti.values()) else 503)


@login_not_required
def elementi(request: HttpRequest) -> HttpResponse:
    """The shared pieces of the screens on one page, for who builds them."""
    if settings.PRODUZIONE:
        raise Http404
    return render(request, "componenti/elementi.html")


def simulatore(request: HttpRequest) -> HttpResponse:
    """What the rules would answer: a table or JSON in, levels with their reasons out.

    Nothing is read from the institute and nothing is written; the answers are those of
    ``manage.py calcola``.
    """
    if request.method == "POST" and "richiesta" in request.POST:
        pagina = _da_json(request.POST)
    elif request.method == "POST":
        pagina = _da_tabella(request.POST)
    else:
        pagina = {"tabella": Tabella(), "json": RichiestaForm()}
    stato_http = 422 if pagina.get("errori") else 200
    return render(request, "portale/simulatore.html", pagina, status=stato_http)


def _da_json(dati: QueryDict) -> dict[str, Any]:
    form = RichiestaForm(dati)
    pagina = {"tabella": Tabella(), "json": form}
    if not form.is_valid():
        return pagina | {"errori": True}
    try:
        risposta = calcola("competenze", form.cleaned_data["richiesta"].encode())
    except DatiErrati as errore:
        form.annota(errore.guasti)
        return pagina | {"errori": True}
    return pagina | {"risposte": risposta if isinstance(risposta, list) else [risposta]}


def _da_tabella(dati: QueryDict) -> dict[str, Any]:
    if "altre" in dati:
        return {"tabella": Tabella(con_altre_righe(dati)), "json": RichiestaForm()}
    tabella = Tabella(dati)
    pagina = {"tabella": tabella, "json": RichiestaForm()}
    if not tabella.valida():
        return pagina | {"errori": True}
    try:
        risposta = rispondi("competenze", tabella.richiesta)
    except DatiErrati as errore:
        tabella.annota(errore.guasti)
        return pagina | {"errori": True}
    form = RichiestaForm(initial={"richiesta": tabella.json})
    return pagina | {"json": form, "risposte": [risposta]}
