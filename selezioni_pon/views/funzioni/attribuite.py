"""A function that was given: its letter, its reports, its end."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.conflitti import compiuto
from cpia.avvisi.queries import ultimo_lavoro
from cpia.scuola.enums import Ruolo
from selezioni_pon.access import funzioni as access
from selezioni_pon.enums import TipoRelazione
from selezioni_pon.forms.funzioni.esiti import CessaForm, RelazioneForm
from selezioni_pon.models import AttribuzioneFunzione
from selezioni_pon.queries.funzioni.relazioni import relazioni_di
from selezioni_pon.services import funzioni as servizi
from selezioni_pon.services.funzioni.carta import STAMPA, chiedi_lettera
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI = ["GET", "HEAD", "POST"]


@require_safe
def funzione_data(request: HttpRequest, pk: int) -> HttpResponse:
    """A function: the letter, why, until when, the reports."""
    contesto = request.contesto
    attribuzione = access.attribuzione(contesto, pk)
    dati = {
        "attribuzione": attribuzione,
        "procedura": attribuzione.domanda.area.procedura,
        "relazioni": relazioni_di(attribuzione, contesto.oggi),
        "propria": attribuzione.domanda.docente_id == contesto.persona.pk,
        "dirige": contesto.ha(Ruolo.DIRIGENTE),
        "lavoro": _stampa(attribuzione),
    }
    return mostra(request, "funzioni/data", dati)


@require_http_methods(METODI)
def funzione_relazione(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the dirigente a report."""
    contesto = request.contesto
    attribuzione = access.chi_ce_l_ha(contesto, pk)
    dovute = relazioni_di(attribuzione, contesto.oggi)
    form = RelazioneForm(digitato(request), initial={"tipo": dovute.prossima.value})
    if compiuto(
        request, form,
        lambda: servizi.presenta_relazione(
            autore=contesto, adesso=contesto.adesso, attribuzione_id=pk,
            tipo=TipoRelazione(form.cleaned_data["tipo"]), testo=form.cleaned_data["testo"],
        ),
    ):  # fmt: skip
        return fatto(request, "La relazione è presentata.", "funzione_data", pk)
    dati = {"form": form, "attribuzione": attribuzione, "relazioni": dovute}
    return mostra(request, "funzioni/relazione", dati)


@require_http_methods(METODI)
def funzione_cessa(request: HttpRequest, pk: int) -> HttpResponse:
    """End a function before its time."""
    contesto = request.contesto
    attribuzione = access.da_far_cessare(contesto, pk)
    form = CessaForm(
        digitato(request),
        initial={"ultimo_giorno": contesto.oggi, "versione": attribuzione.versione},
    )
    if compiuto(
        request, form,
        lambda: servizi.cessa_funzione(
            autore=contesto, adesso=contesto.adesso, attribuzione_id=pk, versione=form.letta,
            ultimo_giorno=form.cleaned_data["ultimo_giorno"],
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "La funzione cessa.", "funzione_data", pk)
    return mostra(request, "funzioni/cessa", {"form": form, "attribuzione": attribuzione})


@require_POST
def funzione_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of a letter."""
    contesto = request.contesto
    attribuzione = access.attribuzione(contesto, pk)
    if attribuzione.documento is not None and attribuzione.documento.impronta:
        messages.info(request, "Il PDF c’è già.")
        return redirect(indirizzo(request, "funzione_data", pk))
    chiedi_lettera(autore=contesto, adesso=contesto.adesso, attribuzione_id=pk)
    return fatto(request, "La stampa è pronta fra poco.", "funzione_data", pk)


def _stampa(attribuzione: AttribuzioneFunzione) -> object:
    """The print under way; None once it is there."""
    documento = attribuzione.documento
    if documento is None or documento.impronta:
        return None
    return ultimo_lavoro(attribuzione.istituto_id, STAMPA, documento.pk)
