"""The acts on a publication that cannot be undone: publish, annul, attest."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.albo import access, rules, services
from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.albo.forms import AnnullamentoForm, SostitutaForm
from cpia.atti.albo.services.blocco import stato_di
from cpia.atti.albo.views.ufficio import annota_rifiuti, mostra
from cpia.atti.enums import VersioneFile
from cpia.atti.models import FilePubblicazione, Pubblicazione
from cpia.atti.rules import etichetta_numero
from cpia.scuola.parole import giorno

GET_O_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_O_POST)
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a draft, after one look at what will happen."""
    bozza = access.da_lavorare(request.contesto, pk)
    contesto = request.contesto
    if request.method != "POST" or request.POST.get("riletto") != "si":
        return _chiedi_pubblica(request, bozza)
    try:
        fatta = services.pubblica(
            autore=contesto, adesso=contesto.adesso, pubblicazione_id=bozza.pk
        )
    except PubblicazioneRifiutata as rifiuto:
        return mostra(request, bozza, rifiuti=rifiuto.violazioni)
    messages.success(request, f"All’albo: repertorio {fatta.numero} del {fatta.anno}.")
    return redirect("pubblicazione", contesto.istituto.slug, pk)


def _chiedi_pubblica(request: HttpRequest, bozza: Pubblicazione) -> HttpResponse:
    oggi = request.contesto.oggi
    futura = f", non prima di {giorno(bozza.dal, oggi)}" if bozza.dal > oggi else " da subito"
    effetti = [
        "prende il prossimo numero di repertorio dell’albo, senza salti",
        _effetto_protocollo(bozza),
        f"chiunque la legge sul sito{futura}, fino a {giorno(bozza.al, oggi)} compreso",
        "da ora non si modifica e non si cancella più",
    ]
    if bozza.con_dati_personali:
        effetti.append(
            "il giorno dopo l’ultimo i file pubblici se ne vanno e resta l’oggetto "
            f"«{bozza.oggetto_dopo}»"
        )
    if integrali := [file.titolo for file in bozza.file.all() if _integrale_per_tutti(file)]:
        effetti.append(f"il pubblico scarica per intero, senza omissis: {', '.join(integrali)}")
    return _conferma(
        request,
        bozza,
        {
            "domanda": "Pubblicare all’albo?",
            "effetti": effetti,
            "correzione": "Un atto sbagliato resta all’albo, barrato e con il motivo; al suo posto "
            "se ne pubblica un altro.",
            "rilettura": "Ho riletto l’anteprima di ciò che vede il pubblico",
            "azione": _indirizzo(request, "pubblicazione_pubblica", bozza),
            "verbo": "Pubblica",
            "ritorno": "Torna alla bozza",
        },
    )


def _integrale_per_tutti(file: FilePubblicazione) -> bool:
    return file.pubblico and file.versione == VersioneFile.INTEGRALE


def _effetto_protocollo(bozza: Pubblicazione) -> str:
    documento = bozza.documento
    if documento and documento.protocollo:
        quando = timezone.localdate(documento.protocollo.registrato_il)
        numero = etichetta_numero(documento.protocollo.numero, quando)
        return f"tiene il protocollo del documento, {numero}"
    return "prende il prossimo numero di protocollo"


@require_http_methods(GET_O_POST)
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Annul a publication with a reason, and say which one takes its place."""
    trovata = access.da_lavorare(request.contesto, pk)
    if not trovata.numero or trovata.annullata_il:
        return mostra(request, trovata, rifiuti=_non_si_annulla(request, trovata))
    confermata = request.method == "POST" and request.POST.get("riletto") == "si"
    form = AnnullamentoForm(
        request.POST if request.method == "POST" else None, pubblicazione=trovata
    )
    if confermata and form.is_valid():
        try:
            return _annulla(request, trovata, form)
        except PubblicazioneRifiutata as rifiuto:
            annota_rifiuti(form, rifiuto)
    return _conferma(
        request,
        trovata,
        {
            "domanda": f"Annullare il repertorio {trovata.numero} del {trovata.anno}?",
            "effetti": [
                "i file non si scaricano più, da subito",
                *_senza_nomi(trovata),
                "la riga resta sull’albo, barrata, con il giorno e il motivo",
                "il numero di repertorio non si riusa",
            ],
            "correzione": "Per rimetterla all’albo si pubblica di nuovo, con un altro numero.",
            "rilettura": "Ho riletto il motivo: non contiene nomi",
            "azione": _indirizzo(request, "pubblicazione_annulla", trovata),
            "verbo": "Annulla la pubblicazione",
            "ritorno": "Lascia com’è",
            "form": form,
        },
    )


def _senza_nomi(trovata: Pubblicazione) -> list[str]:
    if not trovata.con_dati_personali:
        return []
    return [f"i dati personali se ne vanno: resta l’oggetto «{trovata.oggetto_dopo}»"]


def _non_si_annulla(request: HttpRequest, trovata: Pubblicazione) -> list[rules.Violazione]:
    return rules.giudica_annullamento(stato_di(trovata, request.contesto.oggi), "")


def _annulla(request: HttpRequest, trovata: Pubblicazione, form: AnnullamentoForm) -> HttpResponse:
    nuova = form.cleaned_data["sostituita_da"]
    services.annulla_pubblicazione(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        pubblicazione_id=trovata.pk,
        motivo=form.cleaned_data["motivo"],
        sostituita_da_id=nuova.pk if nuova else None,
        oggetto_dopo=form.cleaned_data.get("oggetto_dopo", ""),
    )
    messages.success(request, f"Repertorio {trovata.numero} annullato.")
    return redirect("pubblicazione", request.contesto.istituto.slug, trovata.pk)


@require_POST
def sostituta(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which publication has taken the place of an annulled one."""
    trovata = access.da_lavorare(request.contesto, pk)
    if not trovata.numero:
        return mostra(request, trovata, rifiuti=_non_si_annulla(request, trovata))
    form = SostitutaForm(request.POST, pubblicazione=trovata)
    if not form.is_valid() or not form.cleaned_data["sostituita_da"]:
        if not form.errors:
            form.add_error("sostituita_da", "Scegli quale la sostituisce.")
        return mostra(request, trovata, sostituta_form=form, rifiuti=[])
    try:
        services.indica_sostituta(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            pubblicazione_id=pk,
            sostituita_da_id=form.cleaned_data["sostituita_da"].pk,
        )
    except PubblicazioneRifiutata as rifiuto:
        return mostra(request, trovata, rifiuti=rifiuto.violazioni)
    return redirect("pubblicazione", request.contesto.istituto.slug, pk)


@require_POST
def attesta(request: HttpRequest, pk: int) -> HttpResponse:
    """Attest that the publication took place; the paper is printed by a worker."""
    trovata = access.da_attestare(request.contesto, pk)
    try:
        documento = services.attesta_pubblicazione(
            autore=request.contesto, adesso=request.contesto.adesso, pubblicazione_id=trovata.pk
        )
    except PubblicazioneRifiutata as rifiuto:
        return mostra(request, trovata, rifiuti=rifiuto.violazioni)
    messages.success(
        request, f"Attestazione protocollata, n. {documento.protocollo}: si sta stampando."
    )
    return redirect("pubblicazione", request.contesto.istituto.slug, pk)


def _indirizzo(request: HttpRequest, nome: str, pubblicazione: Pubblicazione) -> str:
    return reverse(nome, args=[request.contesto.istituto.slug, pubblicazione.pk])


def _conferma(
    request: HttpRequest, pubblicazione: Pubblicazione, dati: dict[str, Any]
) -> HttpResponse:
    return render(
        request,
        "componenti/conferma.html",
        dati | {"indietro": _indirizzo(request, "pubblicazione", pubblicazione)},
        status=422 if request.method == "POST" else 200,
    )
