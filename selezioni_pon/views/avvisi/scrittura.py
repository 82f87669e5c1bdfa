"""A draft: begun, written, judged while it is typed, thrown away."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import avvisi as access
from selezioni_pon.access.base import prepara
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.forms.avvisi import AvvisoForm
from selezioni_pon.forms.selezioni import SelezioneForm
from selezioni_pon.models import Avviso
from selezioni_pon.queries.destinatari import responsabili
from selezioni_pon.queries.griglie import da_scegliere
from selezioni_pon.queries.svolte import svolte
from selezioni_pon.queries.visibili import progetti as dei_progetti
from selezioni_pon.services import avvisi as servizi
from selezioni_pon.services.selezioni import prepara_selezione
from selezioni_pon.views.avvisi.prima import prima_di_pubblicare
from selezioni_pon.views.avvisi.reclamo import scelte_del_reclamo
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

METODI = ["GET", "HEAD", "POST"]


@require_http_methods(METODI)
def nuova(request: HttpRequest) -> HttpResponse:
    """Begin a selection: its first call is a draft to be written."""
    contesto = request.contesto
    prepara(contesto)
    progetti = dei_progetti(contesto).select_related("anno_scolastico")
    iniziali = {"progetto": request.GET.get("progetto", "")[:20], "posti": 1}
    form = SelezioneForm(digitato(request), progetti=progetti, initial=iniziali)
    pronti: list[Avviso] = []
    if compiuto(
        request, form,
        lambda: pronti.append(
            prepara_selezione(autore=contesto, adesso=contesto.adesso, dati=form.dati)
        ),
    ):  # fmt: skip
        return fatto(request, "L’avviso è pronto da scrivere.", "avviso_scrivi", pronti[0].pk)
    return mostra(request, "avvisi/nuova", {"form": form, "progetti": progetti.exists()})


@require_http_methods(METODI)
def avviso_scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a draft, with what is still missing beside it."""
    contesto = request.contesto
    avviso = access.avviso_da_scrivere(contesto, pk)
    if avviso.stato != StatoAvviso.BOZZA and request.method != "POST":
        messages.info(request, "L’avviso non è più una bozza: si legge, non si scrive.")
        return redirect(indirizzo(request, "avviso", pk))
    form = _modulo(request, avviso)
    if compiuto(
        request, form,
        lambda: servizi.scrivi_avviso(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, versione=form.letta,
            dati=form.dati,
        ),
    ):  # fmt: skip
        return fatto(request, "La bozza è registrata.", "avviso_scrivi", pk)
    prima = prima_di_pubblicare(_come_scritto(avviso, form), contesto.adesso)
    dati = {"form": form, "avviso": avviso, "prima": prima, "dirige": access.dirige(avviso)}
    return mostra(request, "avvisi/scrivi", dati)


@require_http_methods(METODI)
def avviso_controllo(request: HttpRequest, pk: int) -> HttpResponse:
    """What is missing of a draft as it is being typed; nothing is kept."""
    contesto = request.contesto
    avviso = access.avviso_da_scrivere(contesto, pk)
    if not request.htmx:
        return redirect(indirizzo(request, "avviso_scrivi", pk))
    form = _modulo(request, avviso)
    prima = prima_di_pubblicare(_come_scritto(avviso, form), contesto.adesso)
    dati = {"avviso": avviso, "prima": prima, "da_correggere": form.is_bound and form.errors}
    return render(request, "selezioni/avvisi/_prima.html", dati)


@require_http_methods(METODI)
def avviso_elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    contesto = request.contesto
    avviso = access.avviso_da_scrivere(contesto, pk)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.elimina_bozza(autore=contesto, adesso=contesto.adesso, avviso_id=pk),
    ):  # fmt: skip
        return fatto(request, "La bozza è eliminata.", "elenco")
    dati = {
        "form": form,
        "avviso": avviso,
        "domanda": "Eliminare la bozza dell’avviso?",
        "verbo": "Elimina la bozza",
        "effetti": ["si perde tutto quello che è scritto nella bozza"],
        "correzione": "Se ne può preparare un’altra per lo stesso ruolo.",
        "azione": request.path,
        "indietro": indirizzo(request, "avviso", pk),
    }
    return mostra(request, "avvisi/conferma", dati)


def _modulo(request: HttpRequest, avviso: Avviso) -> AvvisoForm:
    contesto = request.contesto
    form = AvvisoForm(
        digitato(request),
        griglie=da_scegliere(contesto, avviso.griglia_id),
        responsabili=responsabili(contesto.istituto.pk, contesto.oggi),
        reclamo=scelte_del_reclamo(avviso),
        ruolo_fermo=bool(svolte(avviso.selezione)),
    )
    form.initial = form.attuali(avviso) | {"versione": avviso.versione}
    return form


def _come_scritto(avviso: Avviso, form: AvvisoForm) -> Avviso:
    """The draft with what was typed without a mistake; never to be saved."""
    scritto = copy(avviso)
    if not form.is_bound:
        return scritto
    form.is_valid()
    scritto.selezione = copy(avviso.selezione)
    for nome, valore in form.leggibili.items():
        setattr(scritto.selezione if nome == "ruolo" else scritto, nome, valore)
    return scritto
