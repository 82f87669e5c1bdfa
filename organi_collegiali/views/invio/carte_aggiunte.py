"""The papers of the items that an integration is about to add."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access.preparazione import (
    aggiunto_da_preparare,
    allegato_aggiunto_da_preparare,
)
from organi_collegiali.forms.punti import AllegatoForm
from organi_collegiali.models import PuntoAggiunto
from organi_collegiali.queries.cariche import prepara
from organi_collegiali.queries.convocazione.termini import termini
from organi_collegiali.queries.delibere.delibere import visibili
from organi_collegiali.services.invio import carte_aggiunte as services
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita
from organi_collegiali.views.invio.pagina import rifiutato


@require_http_methods(["GET", "HEAD", "POST"])
@non_trovata_se_sparita
def allega(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, an earlier deliberation, or what is awaited: on file when the integration leaves."""
    contesto = request.contesto
    aggiunto = aggiunto_da_preparare(contesto, pk)
    seduta = aggiunto.avviso.seduta
    if aggiunto.avviso.inviato_il:
        return redirect("organi:seduta", contesto.istituto.slug, seduta.pk)
    inviati = (request.POST, request.FILES) if request.method == "POST" else ()
    leggibili = visibili(contesto, ufficio=prepara(contesto)).filter(aperta=True)
    form = AllegatoForm(*inviati, organo=seduta.organo, leggibili=leggibili, oggi=contesto.oggi)
    if form.is_valid() and _allega(request, aggiunto, form):
        return redirect("organi:seduta", contesto.istituto.slug, seduta.pk)
    pagina = {
        "punto": aggiunto,
        "seduta": seduta,
        "form": form,
        "verbo": "Allega",
        "deposito": _deposito(request, aggiunto),
    }
    stato = 422 if form.errors else 200
    return render(request, "organi/convocazione/allega.html", pagina, status=stato)


def _allega(request: HttpRequest, aggiunto: PuntoAggiunto, form: AllegatoForm) -> bool:
    contesto = request.contesto
    try:
        riga = services.allega_aggiunto(
            autore=contesto, adesso=contesto.adesso, aggiunto_id=aggiunto.pk, dati=form.dati
        )
    except AttoRifiutato as rifiuto:
        form.add_error(None, " ".join(v.testo for v in rifiuto.violazioni))
        return False
    messages.success(request, f"«{riga.titolo}» va agli atti quando l’integrazione parte.")
    return True


def _deposito(request: HttpRequest, aggiunto: PuntoAggiunto) -> Any:
    """By when the papers are on file."""
    seduta = aggiunto.avviso.seduta
    if seduta.inizio_previsto is None:
        return None
    giorno = timezone.localdate(seduta.inizio_previsto)
    return termini(seduta.organo, request.contesto.oggi, giorno).deposito(giorno)


@require_POST
@non_trovata_se_sparita
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a paper away from an item that waits to be added."""
    contesto = request.contesto
    allegato = allegato_aggiunto_da_preparare(contesto, pk)
    seduta_id = allegato.punto.avviso.seduta_id
    try:
        services.togli_allegato_aggiunto(autore=contesto, adesso=contesto.adesso, allegato_id=pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta_id, rifiuto)
    messages.success(request, f"Tolto «{allegato.titolo}».")
    return redirect("organi:seduta", contesto.istituto.slug, seduta_id)
