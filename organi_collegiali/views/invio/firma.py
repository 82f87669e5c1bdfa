"""Who presides reads the exact words of a notice and signs them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.access import invio as access
from organi_collegiali.enums import GenereAtto
from organi_collegiali.models import Avviso
from organi_collegiali.services.invio import firma as services
from organi_collegiali.views.invio.pagina import NOMI, pagina, rifiutato, scheda_di

CAMBIATO = "Nel frattempo l’avviso è cambiato: rileggilo, poi firma."


@require_http_methods(["GET", "POST"])
def firma(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the exact words and sign them."""
    contesto = request.contesto
    avviso = access.avviso_da_firmare(contesto, pk)
    if avviso.firmato_il:
        return redirect("organi:seduta", contesto.istituto.slug, pk)
    scritte = services.parole_di(avviso)
    if "riletto" not in request.POST:
        dati = {
            "avviso": avviso,
            "parole": scritte,
            "versione": services.impronta(scritte),
            "domanda": f"Firmare {NOMI[GenereAtto(avviso.genere)]}?",
            "indietro": scheda_di(request, pk),
        }
        return render(request, "organi/invio/firma.html", dati)
    return _firma(request, avviso)


def _firma(request: HttpRequest, avviso: Avviso) -> HttpResponse:
    contesto = request.contesto
    try:
        services.firma_avviso(
            autore=contesto,
            adesso=contesto.adesso,
            avviso_id=avviso.pk,
            letta=request.POST.get("versione", ""),
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, avviso.seduta_id, rifiuto)
    except Conflitto:
        return pagina(request, avviso.seduta, stato=409, rifiuto=CAMBIATO)
    messages.success(request, "Firmato. Ora l’avviso può partire.")
    return redirect("organi:seduta", contesto.istituto.slug, avviso.seduta_id)


@require_POST
def togli_firma(request: HttpRequest, pk: int) -> HttpResponse:
    """Think the signature over, while the notice has not left."""
    contesto = request.contesto
    avviso = access.avviso_da_firmare(contesto, pk)
    try:
        services.togli_firma(autore=contesto, adesso=contesto.adesso, avviso_id=avviso.pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, pk, rifiuto)
    messages.success(request, "La firma è tolta: l’avviso si può correggere.")
    return redirect("organi:seduta", contesto.istituto.slug, pk)
