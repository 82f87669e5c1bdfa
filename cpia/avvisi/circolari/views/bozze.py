"""The draft on the screen: written, changed, with its attachments, thrown away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.avvisi.circolari import access, documents, rules, services
from cpia.avvisi.circolari.errori import BozzaCambiata, CircolareRifiutata, esigi
from cpia.avvisi.circolari.forms import CircolareForm, FileForm
from cpia.avvisi.circolari.queries import destinatari, elenco
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.circolari.views.lettura import pagina
from cpia.avvisi.circolari.views.sparite import non_trovata_se_sparita
from cpia.avvisi.models import Circolare
from cpia.scuola.parole import plurale

CAMBIATA = (
    "Nel frattempo qualcun altro ha cambiato la bozza: nel modulo c’è quello che hai scritto tu. "
    "Confrontalo con «La bozza registrata», in questa pagina, poi registra di nuovo."
)


@require_http_methods(["GET", "POST"])
def nuova(request: HttpRequest) -> HttpResponse:
    """Begin a draft."""
    contesto = request.contesto
    contesto.esige(*access.SCRIVONO)
    form = CircolareForm(request.POST or None, contesto=contesto)
    if request.method == "POST" and form.is_valid():
        try:
            creata = services.prepara_circolare(
                autore=contesto, adesso=contesto.adesso, dati=form.dati
            )
        except CircolareRifiutata as rifiuto:
            form.add_error(None, rifiuto.messaggio)
        else:
            return redirect("circolare", contesto.istituto.slug, creata.pk)
    return _scheda(request, form, None)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def modifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft; what somebody else wrote meanwhile is not lost."""
    contesto = request.contesto
    trovata = access.circolare_da_scrivere(contesto, pk)
    if rifiuti := rules.verifica_bozza(situazione(trovata)):
        return pagina(request, trovata, stato=409, rifiuto=rifiuti[0].testo)
    form = CircolareForm(request.POST or None, contesto=contesto, circolare=trovata)
    if request.method == "POST" and form.is_valid():
        try:
            services.modifica_circolare(
                autore=contesto,
                adesso=contesto.adesso,
                circolare_id=pk,
                dati=form.dati,
                versione=form.cleaned_data["versione"],
            )
        except CircolareRifiutata as rifiuto:
            form.add_error(None, rifiuto.messaggio)
        except BozzaCambiata:
            return _in_conflitto(request, form, pk)
        else:
            messages.success(request, "La bozza è registrata.")
            return redirect("circolare", contesto.istituto.slug, pk)
    return _scheda(request, form, trovata)


def _in_conflitto(request: HttpRequest, form: CircolareForm, pk: int) -> HttpResponse:
    trovata = access.circolare_da_scrivere(request.contesto, pk)
    scritti = request.POST.copy()
    scritti["versione"] = elenco.versione(trovata)
    form.data = scritti
    form.add_error(None, CAMBIATA)
    return _scheda(request, form, trovata, stato=409, **_registrata(request, trovata))


def _registrata(request: HttpRequest, trovata: Circolare) -> dict[str, Any]:
    """The draft as somebody else left it, to be read beside the form."""
    return {
        "registrata": trovata,
        "destinatari": destinatari.in_parole(destinatari.destinatari(trovata)),
        "capoversi": rules.capoversi(trovata.testo),
        "richiesta": documents.richiesta(trovata, request.contesto.oggi),
    }


def _scheda(
    request: HttpRequest,
    form: CircolareForm,
    trovata: Circolare | None,
    stato: int = 0,
    **altro: Any,
) -> HttpResponse:
    return render(
        request,
        "avvisi/circolari/scheda.html",
        {"form": form, "circolare": trovata} | altro,
        status=stato or (422 if form.errors else 200),
    )


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away, after the dialog that says what goes with it."""
    contesto = request.contesto
    trovata = access.circolare_da_scrivere(contesto, pk)
    if rifiuti := rules.verifica_bozza(situazione(trovata)):
        return pagina(request, trovata, stato=409, rifiuto=rifiuti[0].testo)
    if "riletto" not in request.POST:
        return render(request, "componenti/conferma.html", _conferma(request, trovata))
    try:
        services.elimina_bozza(autore=contesto, adesso=contesto.adesso, circolare_id=pk)
    except CircolareRifiutata as rifiuto:
        return _rifiutata(request, pk, rifiuto)
    messages.success(request, f"La bozza «{trovata.oggetto}» è eliminata.")
    return redirect("circolari_ufficio", contesto.istituto.slug)


def _rifiutata(request: HttpRequest, pk: int, rifiuto: CircolareRifiutata) -> HttpResponse:
    """The circular as it is now, with why the act was refused."""
    adesso = access.circolare_da_scrivere(request.contesto, pk)
    return pagina(request, adesso, stato=409, rifiuto=rifiuto.messaggio)


def _conferma(request: HttpRequest, trovata: Circolare) -> dict[str, object]:
    allegati = plurale(len(elenco.file(trovata)), "allegato", "allegati", "nessun allegato")
    return {
        "domanda": f"Eliminare la bozza «{trovata.oggetto}»?",
        "effetti": ["il testo e i destinatari si perdono", f"con la bozza va via {allegati}"],
        "correzione": "Per averla di nuovo si scrive da capo.",
        "rilettura": "Non serve più",
        "verbo": "Elimina la bozza",
        "azione": request.path,
        "indietro": reverse("circolare", args=[request.istituto.slug, trovata.pk]),
    }


@require_POST
@non_trovata_se_sparita
def allega(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a file to a draft, after it was looked through."""
    contesto = request.contesto
    trovata = access.circolare_da_scrivere(contesto, pk)
    form = FileForm(request.POST, request.FILES)
    try:
        esigi(rules.verifica_bozza(situazione(trovata)))
        if not form.is_valid():
            return pagina(request, trovata, stato=422, form=form)
        services.allega_file(
            autore=contesto,
            adesso=contesto.adesso,
            circolare_id=pk,
            titolo=form.cleaned_data["titolo"],
            file=form.cleaned_data["file"],
        )
    except CircolareRifiutata as rifiuto:
        return _rifiutata(request, pk, rifiuto)
    messages.success(request, "L’allegato è stato aggiunto.")
    return redirect("circolare", contesto.istituto.slug, pk)


@require_POST
@non_trovata_se_sparita
def togli(request: HttpRequest, pk: int, file_id: int) -> HttpResponse:
    """Take an attachment off a draft."""
    contesto = request.contesto
    trovata = access.circolare_da_scrivere(contesto, pk)
    riga = access.file_di(trovata, file_id)
    try:
        services.togli_file(
            autore=contesto, adesso=contesto.adesso, circolare_id=pk, file_id=riga.pk
        )
    except CircolareRifiutata as rifiuto:
        return _rifiutata(request, pk, rifiuto)
    messages.success(request, f"«{riga.titolo}» è stato tolto.")
    return redirect("circolare", contesto.istituto.slug, pk)
