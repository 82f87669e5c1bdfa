"""What a draft would send, to be looked at before: the paper, the mail, the event."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cpia.avvisi.services.posta import recapito
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.documents import carte_bozza
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.services.convocazione.stampa_bozza import stampa_bozza
from organi_collegiali.views.convocazione.pagina import numero_previsto

DA_PREPARARE = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA)
SENZA_GIORNO = "Scegli prima il giorno e l’ora: senza non c’è un avviso da guardare."
SENZA_CASELLA = "chi.siede@example.it"


@never_cache
@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper with «bozza» across it."""
    from cpia.atti.pdf import StampaFallita

    bozza = _bozza(request, pk)
    if bozza is None:
        return _alla_bozza(request, pk)
    try:
        contenuto = stampa_bozza(bozza, request.contesto.adesso)
    except StampaFallita as motivo:
        messages.error(request, f"Il PDF non si può stampare. {motivo}")
        return redirect("organi:prepara", request.contesto.istituto.slug, pk)
    return _file(contenuto, "application/pdf", f"bozza-{_nome(bozza)}.pdf", da_salvare=False)


@never_cache
@require_safe
def email(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail as it would arrive, word for word."""
    bozza = _bozza(request, pk)
    if bozza is None:
        return _alla_bozza(request, pk)
    pagina = {
        "seduta": bozza.seduta,
        "lettere": carte_bozza.lettere(bozza),
        "evento": carte_bozza.EVENTO,
    }
    return render(request, "organi/convocazione/email.html", pagina)


@never_cache
@require_safe
def evento(request: HttpRequest, pk: int) -> HttpResponse:
    """The file that the calendar of who is convened would read."""
    bozza = _bozza(request, pk)
    if bozza is None:
        return _alla_bozza(request, pk)
    contesto = request.contesto
    a = recapito(contesto.persona) or SENZA_CASELLA
    testo = carte_bozza.evento(bozza, a=a, adesso=contesto.adesso)
    nome = f"bozza-{_nome(bozza)}.ics"
    return _file(testo.encode(), "text/calendar; charset=utf-8", nome, da_salvare=True)


def _bozza(request: HttpRequest, pk: int) -> queries.Bozza | None:
    """The draft under the number it would take; None when it has no day, or has left already."""
    seduta = sedute.seduta_da_preparare(request.contesto, pk)
    if seduta.stato not in DA_PREPARARE or seduta.inizio_previsto is None:
        return None
    bozza = queries.bozza(seduta, request.contesto.adesso)
    riserbo.copri(request.contesto, seduta, bozza.punti)
    carte_bozza.numerata(bozza, numero_previsto(bozza))
    return bozza


def _alla_bozza(request: HttpRequest, pk: int) -> HttpResponse:
    messages.warning(request, SENZA_GIORNO)
    return redirect("organi:prepara", request.contesto.istituto.slug, pk)


def _nome(bozza: queries.Bozza) -> str:
    return str(bozza.seduta).replace("seduta n. ", "seduta-")


def _file(contenuto: bytes, tipo: str, nome: str, *, da_salvare: bool) -> HttpResponse:
    disposizione = content_disposition_header(as_attachment=da_salvare, filename=nome)
    return HttpResponse(
        contenuto,
        content_type=tipo,
        headers={"Content-Disposition": disposizione, "X-Content-Type-Options": "nosniff"},
    )
