"""The top of a draft, kept while one types, and how a draft begins and ends."""

from dataclasses import asdict, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.access import convocazione, sedute
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.forms.bozze import PRIMA, BozzaForm, come_letti, letti_prima
from organi_collegiali.models import Seduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.services.convocazione import bozze as services
from organi_collegiali.services.convocazione.bozze import DatiSeduta
from organi_collegiali.views.convocazione.conflitti import Contrasto, contrasti
from organi_collegiali.views.convocazione.pagina import messaggio, mostra, pezzo
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita

DA_PREPARARE = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a draft: what will be on the agenda by itself is said before."""
    contesto = request.contesto
    organo = convocazione.organo_da_convocare(contesto, pk)
    rifiuto = ""
    if request.method == "POST":
        try:
            seduta = services.prepara_seduta(
                autore=contesto, adesso=contesto.adesso, organo_id=organo.pk
            )
        except AttoRifiutato as errore:
            rifiuto = messaggio(errore)
        else:
            return redirect("organi:prepara", contesto.istituto.slug, seduta.pk)
    pagina = {
        "organo": organo,
        "rifiuto": rifiuto,
        "verbali": queries.verbali_da_approvare(organo),
        "mozioni": queries.mozioni_in_attesa(organo),
        "in_preparazione": queries.in_preparazione(organo),
    }
    stato = 422 if rifiuto else 200
    return render(request, "organi/convocazione/nuova.html", pagina, status=stato)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def prepara(request: HttpRequest, pk: int) -> HttpResponse:
    """The screen of a draft; each change of its top is one POST that answers with the judgement."""
    seduta = sedute.seduta_da_preparare(request.contesto, pk)
    if seduta.stato not in DA_PREPARARE:
        return redirect("organi:seduta", request.contesto.istituto.slug, pk)
    if request.method == "GET":
        return mostra(request, seduta)
    return _salva(request, seduta)


def _salva(request: HttpRequest, seduta: Seduta) -> HttpResponse:
    form, prima = _moduli(request, seduta)
    if not (form.is_valid() and prima.is_valid()):
        return _non_tenuta(request, seduta, 422, form)
    scelta = request.POST.get("tengo", "")
    letti, scritti = _scelti(seduta, prima.dati, form.dati, scelta)
    contesto = request.contesto
    try:
        seduta = services.salva_bozza(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=seduta.pk,
            letti=letti,
            scritti=scritti,
        )
    except Conflitto as conflitto:
        return _in_contrasto(request, seduta.pk, form, contrasti(conflitto, letti, scritti))
    except AttoRifiutato as rifiuto:
        return _non_tenuta(request, seduta, 409, form, rifiuto=messaggio(rifiuto))
    if scelta and request.htmx:
        return HttpResponseClientRefresh()
    seduta = sedute.seduta_da_preparare(contesto, seduta.pk)
    # What this screen shows is what was typed: what others wrote meanwhile it has not seen.
    return pezzo(request, seduta, "termine", salvata=True, letti=come_letti(scritti))


def _non_tenuta(
    request: HttpRequest, seduta: Seduta, stato: int, form: BozzaForm, **altro: Any
) -> HttpResponse:
    """The judgement with what is wrong; what the screen was showing stays what it was."""
    letti = {nome: valore for nome, valore in request.POST.items() if nome.startswith(PRIMA)}
    altro |= {"form": form, "letti": letti}
    return pezzo(request, seduta, "termine", stato=stato, **altro)


def _moduli(request: HttpRequest, seduta: Seduta) -> tuple[BozzaForm, BozzaForm]:
    """What is typed and what the screen was showing; a button may choose a type by itself."""
    dati = request.POST.copy()
    for nome in ("tipo", "giorno"):
        if passa := dati.get(f"passa_{nome}"):
            dati[nome] = passa
    altro: dict[str, Any] = {"organo": seduta.organo, "oggi": request.contesto.oggi}
    return BozzaForm(dati, **altro), BozzaForm(letti_prima(request.POST), **altro)


def _scelti(
    seduta: Seduta, letti: DatiSeduta, scritti: DatiSeduta, scelta: str
) -> tuple[DatiSeduta, DatiSeduta]:
    """After a conflict: mine over what is kept now, or what is kept where mine contrasted."""
    tenuti = DatiSeduta.di(seduta)
    if scelta == "mio":
        miei = letti.diversi(scritti)
        return tenuti, replace(tenuti, **{nome: getattr(scritti, nome) for nome in miei})
    if scelta == "altro":
        contesi = letti.diversi(scritti) & letti.diversi(tenuti)
        return letti, replace(scritti, **{nome: asdict(tenuti)[nome] for nome in contesi})
    return letti, scritti


def _in_contrasto(
    request: HttpRequest, pk: int, form: BozzaForm, righe: list[Contrasto]
) -> HttpResponse:
    """Both values, and nothing lost: what was typed stays in the fields."""
    seduta = sedute.seduta_da_preparare(request.contesto, pk)
    return _non_tenuta(request, seduta, 409, form, contrasti=righe)


@require_safe
def perche_termine(request: HttpRequest, pk: int) -> HttpResponse:
    """Why that day is the last one, and why not working days."""
    seduta = sedute.seduta_da_preparare(request.contesto, pk)
    bozza = queries.bozza(seduta, request.contesto.adesso)
    termine = bozza.termine
    pagina = {
        "seduta": seduta,
        "bozza": bozza,
        "termine": termine,
        "lavorativi": bozza.termini.se_lavorativi(termine.scelto) if termine else None,
    }
    return render(request, "organi/convocazione/perche_termine.html", pagina)


@require_safe
def perche_quorum(request: HttpRequest, pk: int) -> HttpResponse:
    """Why so many must come."""
    seduta = sedute.seduta_da_preparare(request.contesto, pk)
    bozza = queries.bozza(seduta, request.contesto.adesso)
    pagina = {"seduta": seduta, "giudizio": bozza.destinatari.giudizio, "bozza": bozza}
    return render(request, "organi/convocazione/perche_quorum.html", pagina)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away, after the dialog that says what is lost."""
    contesto = request.contesto
    seduta = sedute.seduta_da_preparare(contesto, pk)
    if request.method == "POST" and "riletto" in request.POST:
        try:
            services.elimina_bozza(autore=contesto, adesso=contesto.adesso, seduta_id=pk)
        except AttoRifiutato as rifiuto:
            return mostra(request, seduta, stato=409, rifiuto=messaggio(rifiuto))
        messages.success(request, "La bozza è eliminata.")
        return redirect("organi:organo", contesto.istituto.slug, seduta.organo_id)
    return render(request, "componenti/conferma.html", _conferma(request, seduta))


def _conferma(request: HttpRequest, seduta: Seduta) -> dict[str, object]:
    return {
        "domanda": "Eliminare la bozza della seduta?",
        "effetti": [
            "l’ordine del giorno e gli allegati si perdono",
            "le mozioni e le richieste tornano in attesa della prossima seduta",
        ],
        "correzione": "Per averla di nuovo si scrive da capo.",
        "rilettura": "Non serve più",
        "verbo": "Elimina la bozza",
        "azione": request.path,
        "indietro": reverse("organi:prepara", args=[request.istituto.slug, seduta.pk]),
    }


@require_POST
def riprendi(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a notice that is not signed yet back to the draft."""
    contesto = request.contesto
    seduta = sedute.seduta_da_preparare(contesto, pk)
    try:
        services.riprendi_bozza(autore=contesto, adesso=contesto.adesso, seduta_id=pk)
    except AttoRifiutato as rifiuto:
        return mostra(request, seduta, stato=409, rifiuto=messaggio(rifiuto))
    messages.success(request, "La bozza è di nuovo in preparazione.")
    return redirect("organi:prepara", contesto.istituto.slug, pk)
