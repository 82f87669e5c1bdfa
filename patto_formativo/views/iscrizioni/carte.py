"""The papers of an application: added, read, verified."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.caricamenti import in_linea
from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from patto_formativo.access import iscrizioni as access
from patto_formativo.forms.iscrizioni_ufficio import CartaForm, VerificaForm
from patto_formativo.services import iscrizioni as servizi
from patto_formativo.views.iscrizioni.comuni import fatto, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a paper brought later: a renewal, a permit that was missing."""
    contesto: Contesto = request.contesto
    domanda = access.domanda_da_trattare(contesto, pk)
    form = CartaForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if compiuto(
        request, form,
        lambda: servizi.aggiungi_carta(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, "Il documento è fra le carte della domanda.", "domanda", pk)
    return modulo(
        request, form, domanda=domanda, titolo=f"Aggiungere un documento, domanda n. {pk}",
        spiegazione="La scadenza del titolo di soggiorno si ricalcola da sola.",
        verbo="Aggiungi", con_file=True,
    )  # fmt: skip


@require_safe
def carta(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a paper: never kept by the browser; the reading is in the register."""
    contesto: Contesto = request.contesto
    trovata = access.carta(contesto, pk)
    contenuto = servizi.leggi_carta(autore=contesto, adesso=contesto.adesso, carta_id=pk)
    if contenuto is None:
        raise Http404
    risposta = HttpResponse(contenuto, content_type=trovata.tipo_contenuto)
    risposta["Content-Disposition"] = (
        content_disposition_header(
            as_attachment=not in_linea(trovata.tipo_contenuto),
            filename=f"domanda-{trovata.domanda_id}-{trovata.nome_file}",
        )
        or ""
    )
    risposta["X-Content-Type-Options"] = "nosniff"
    risposta["Cache-Control"] = "private, no-store"
    return risposta


@require_POST
def verifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a paper is good, or what is wrong with it."""
    contesto: Contesto = request.contesto
    trovata = access.carta_da_verificare(contesto, pk)
    form = VerificaForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Scrivi in breve che cosa non va.")
        return redirect("patto:domanda", contesto.istituto.slug, trovata.domanda_id)
    servizi.verifica_carta(
        autore=contesto, adesso=contesto.adesso, carta_id=pk, **form.cleaned_data
    )
    testo = "Annotato che cosa non va." if form.cleaned_data["non_va"] else "Documento verificato."
    return fatto(request, testo, "domanda", trovata.domanda_id)
