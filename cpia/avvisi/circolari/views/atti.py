"""The acts of who answers for a circular: to publish it, to print it again, to annul it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.avvisi.circolari import access, rules, services
from cpia.avvisi.circolari.errori import BozzaCambiata, CircolareRifiutata
from cpia.avvisi.circolari.forms import AnnullaForm, PubblicaForm
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.queries.anteprima import Anteprima, anteprima
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.circolari.views.lettura import pagina
from cpia.avvisi.circolari.views.sparite import non_trovata_se_sparita
from cpia.avvisi.models import Circolare
from cpia.scuola.parole import giorno, plurale

CAMBIATA = "Nel frattempo la bozza è cambiata: rileggila, poi pubblicala."


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, after the dialog that says what will happen."""
    contesto = request.contesto
    trovata = access.circolare_da_pubblicare(contesto, pk)
    vista = anteprima(trovata, contesto.oggi)
    if vista.violazioni:
        rifiuto = " ".join(violazione.testo for violazione in vista.violazioni)
        return pagina(request, trovata, stato=422, rifiuto=rifiuto)
    form = PubblicaForm(request.POST or None, prima=vista.prima_dell_anno)
    if request.method == "POST" and "riletto" in request.POST and form.is_valid():
        return _pubblica(request, trovata, form)
    return render(
        request,
        "componenti/conferma.html",
        _conferma(request, trovata, vista) | {"form": form if form.fields else None},
        status=422 if form.errors else 200,
    )


def _pubblica(request: HttpRequest, trovata: Circolare, form: PubblicaForm) -> HttpResponse:
    contesto = request.contesto
    try:
        uscita = services.pubblica_circolare(
            autore=contesto,
            adesso=contesto.adesso,
            circolare_id=trovata.pk,
            versione=request.POST.get("versione", ""),
            primo_numero=form.cleaned_data.get("primo_numero", 1),
        )
    except CircolareRifiutata as rifiuto:
        return pagina(request, trovata, stato=409, rifiuto=rifiuto.messaggio)
    except BozzaCambiata:
        return pagina(request, trovata, stato=409, rifiuto=CAMBIATA)
    messages.success(request, f"È pubblicata la circolare n. {uscita.numero}.")
    return redirect("circolare", contesto.istituto.slug, uscita.pk)


def _conferma(request: HttpRequest, trovata: Circolare, vista: Anteprima) -> dict[str, object]:
    return {
        "domanda": f"Pubblicare «{trovata.oggetto}»?",
        "effetti": _effetti(trovata, vista, request),
        "correzione": "Se è sbagliata le si toglie valore, con un motivo, e se ne scrive un’altra.",
        "rilettura": "Ho riletto testo, destinatari e allegati",
        "verbo": "Pubblica la circolare",
        "versione": elenco.versione(trovata),
        "azione": request.path,
        "indietro": reverse("circolare", args=[request.istituto.slug, trovata.pk]),
    }


def _effetti(trovata: Circolare, vista: Anteprima, request: HttpRequest) -> list[str]:
    numero = "il numero scritto qui sotto" if vista.prima_dell_anno else f"il numero {vista.numero}"
    quanti = plurale(vista.persone, "persona", "persone")
    effetti = [
        f"prende {numero}, il prossimo numero di protocollo e la firma di chi dirige l’istituto",
        f"arriva a {quanti}: nel portale e, a chi ha l’e-mail, anche per posta",
    ]
    if vista.senza_email:
        senza = plurale(len(vista.senza_email), "persona non ha", "persone non hanno")
        effetti.append(f"{senza} l’e-mail: a chi non entra nel portale si consegna a mano")
    if trovata.riscontro in rules.CHIEDONO and trovata.riscontro_entro:
        entro = giorno(trovata.riscontro_entro, request.contesto.oggi)
        effetti.append(f"resta sulla scrivania di ciascuno finché non risponde, entro {entro}")
    effetti.append(
        "si legge anche sul sito, senza entrare" if trovata.pubblica
        else "la leggono solo i destinatari, la segreteria e chi dirige"
    )  # fmt: skip
    return effetti


@require_POST
def ristampa(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of a circular whose file is missing."""
    contesto = request.contesto
    trovata = access.circolare_da_scrivere(contesto, pk)
    if trovata.documento_id:
        services.ristampa(autore=contesto, adesso=contesto.adesso, circolare=trovata)
    return redirect("circolare", contesto.istituto.slug, pk)


@require_http_methods(["GET", "POST"])
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the value of a published circular, with a reason."""
    contesto = request.contesto
    trovata = access.circolare_da_pubblicare(contesto, pk)
    if rifiuti := rules.verifica_annullo(situazione(trovata), "da scrivere"):
        return pagina(request, trovata, stato=409, rifiuto=rifiuti[0].testo)
    form = AnnullaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.annulla_circolare(
                autore=contesto,
                adesso=contesto.adesso,
                circolare_id=pk,
                motivo=form.cleaned_data["motivo"],
            )
        except CircolareRifiutata as rifiuto:
            form.add_error(None, rifiuto.messaggio)
        else:
            messages.success(request, f"La circolare n. {trovata.numero} è annullata.")
            return redirect("circolare", contesto.istituto.slug, pk)
    return render(
        request,
        "avvisi/circolari/annulla.html",
        {"form": form, "circolare": trovata},
        status=422 if form.errors else 200,
    )
