"""The acts on the minutes: to the members, remarks, answers, signatures, albo."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from organi_collegiali.access import verbali as access
from organi_collegiali.enums import EsitoRilievo, StatoVerbale
from organi_collegiali.forms.verbali import DecisioneForm, FirmaForm, PubblicaForm, RilievoForm
from organi_collegiali.models import Verbale
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.services.verbali import lettura_verbali as lettura
from organi_collegiali.services.verbali.carte_verbali import chiedi_stampa
from organi_collegiali.services.verbali.copia_verbali import manda_copia
from organi_collegiali.services.verbali.firme_verbali import firma_verbale
from organi_collegiali.services.verbali.pubblicazione_verbali import pubblica_verbale
from organi_collegiali.views.verbali.lettura import pagina


@require_POST
def in_lettura(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the draft to the members."""
    trovato = access.verbale_da_scrivere(request.contesto, pk)

    def compi(contesto: Contesto) -> object:
        return lettura.metti_in_lettura(autore=contesto, adesso=contesto.adesso, verbale_id=pk)

    return _compi(request, trovato, compi, "Il verbale è in lettura: i componenti sono avvisati.")


@require_POST
def copia(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the direction its copy, where the regulation asks for one."""
    trovato = access.verbale_da_scrivere(request.contesto, pk)

    def compi(contesto: Contesto) -> object:
        return manda_copia(autore=contesto, adesso=contesto.adesso, verbale_id=pk)

    return _compi(request, trovato, compi, "La copia è mandata in direzione.")


@require_POST
def rilievi(request: HttpRequest, pk: int) -> HttpResponse:
    """Remark on the draft."""
    trovato = access.verbale_da_commentare(request.contesto, pk)
    form = RilievoForm(request.POST, punti=queries.punti(trovato))
    if not form.is_valid():
        return pagina(request, trovato, stato=422, rilievo_form=form)

    def compi(contesto: Contesto) -> object:
        punto = form.cleaned_data["punto"]
        return lettura.presenta_rilievo(
            autore=contesto,
            adesso=contesto.adesso,
            verbale_id=pk,
            testo=form.cleaned_data["testo"],
            punto_id=punto.pk if punto else None,
        )

    detto = "Il rilievo è presentato: lo leggono tutti i componenti."
    return _compi(request, trovato, compi, detto, rilievo_form=form)


@require_POST
def rilievo(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or refuse a remark."""
    trovato = access.rilievo_da_decidere(request.contesto, pk)
    form = DecisioneForm(request.POST)
    scritto = {"rilievo_deciso": pk, "risposta_scritta": request.POST.get("risposta", "")}
    if not form.is_valid():
        detto = "Scegli se accogliere o respingere il rilievo."
        return pagina(request, trovato.verbale, stato=422, rifiuto=detto, **scritto)

    def compi(contesto: Contesto) -> object:
        return lettura.decidi_rilievo(
            autore=contesto,
            adesso=contesto.adesso,
            rilievo_id=pk,
            esito=EsitoRilievo(form.cleaned_data["esito"]),
            risposta=form.cleaned_data["risposta"],
        )

    return _compi(request, trovato.verbale, compi, "La risposta è registrata.", **scritto)


@require_POST
def firma(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the approved words."""
    trovato = access.verbale_da_firmare(request.contesto, pk)
    form = FirmaForm(request.POST)
    if not form.is_valid():
        return pagina(request, trovato, stato=422, firma_form=form)

    def compi(contesto: Contesto) -> object:
        return firma_verbale(
            autore=contesto,
            adesso=contesto.adesso,
            verbale_id=pk,
            impronta=form.cleaned_data["impronta"],
        )

    return _compi(request, trovato, compi, "La firma è registrata.")


@require_POST
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the version with omissis on the albo."""
    trovato = access.verbale_da_pubblicare(request.contesto, pk)
    form = PubblicaForm(request.POST, punti=queries.punti_su_persone(trovato))
    if not form.is_valid():
        return pagina(request, trovato, stato=422, pubblica_form=form)

    def compi(contesto: Contesto) -> object:
        return pubblica_verbale(
            autore=contesto,
            adesso=contesto.adesso,
            verbale_id=pk,
            per_esteso=[punto.pk for punto in form.cleaned_data["per_esteso"]],
        )

    return _compi(request, trovato, compi, "Il verbale è all’albo, nella versione con omissis.")


@require_POST
def ristampa(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of papers whose file is missing."""
    trovato = access.verbale_da_pubblicare(request.contesto, pk)
    if trovato.stato in (StatoVerbale.FIRMATO, StatoVerbale.PUBBLICATO):
        contesto = request.contesto
        chiedi_stampa(autore=contesto, adesso=contesto.adesso, verbale=trovato)
    return redirect("organi:verbale", request.contesto.istituto.slug, pk)


def _compi(
    request: HttpRequest,
    trovato: Verbale,
    compi: Callable[[Contesto], object],
    detto: str,
    **scritto: Any,
) -> HttpResponse:
    """One act; when it is refused the page says why and keeps what was typed."""
    try:
        compi(request.contesto)
    except (AttoRifiutato, PubblicazioneRifiutata) as rifiuto:
        perche = " ".join(violazione.testo for violazione in rifiuto.violazioni)
        adesso = access.verbale(request.contesto, trovato.pk)
        return pagina(request, adesso, stato=409, rifiuto=perche, **scritto)
    messages.success(request, detto)
    return redirect("organi:verbale", request.contesto.istituto.slug, trovato.pk)
