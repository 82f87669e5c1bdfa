"""Drafts: a new version is prepared, written rule by rule, read again, adopted."""

from datetime import date
from typing import Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.access import SCRIVONO, bozza_in_cura, regolamento_in_cura
from cpia.norme.errori import BozzaCambiata, RegolamentoRifiutato
from cpia.norme.forms.pagine import AdottaForm, TitoloForm
from cpia.norme.models import Regolamento
from cpia.norme.queries import bozze as lettura
from cpia.norme.services import versioni as servizi
from cpia.norme.views.comuni import CONFLITTO, STATO_ERRATO, annota_rifiuti, verso
from cpia.scuola.parole import giorno as in_parole
from cpia.scuola.parole import plurale

CAMBIATA: Final = (
    "Un’altra persona ha cambiato la bozza mentre la rileggevi: "
    "rileggi che cosa cambia, poi adotta."
)
ALLORA: Final = "gli atti dei giorni passati tengono le regole di allora"


@require_http_methods(["GET", "HEAD", "POST"])
def nuovo(request: HttpRequest) -> HttpResponse:
    """A regulation that the portal does not know: its title, then its rules."""
    contesto = request.contesto
    contesto.esige(*SCRIVONO)
    form = TitoloForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            bozza = servizi.prepara_regolamento(
                autore=contesto, adesso=contesto.adesso, titolo=form.cleaned_data["titolo"]
            )
        except RegolamentoRifiutato as rifiuto:
            annota_rifiuti(form, rifiuto)
        else:
            return verso(request, "regolamento_bozza", bozza.pk)
    stato = STATO_ERRATO if request.method == "POST" else 200
    return render(request, "norme/nuovo.html", {"form": form}, status=stato)


@require_POST
def nuova_versione(request: HttpRequest, pk: int) -> HttpResponse:
    """Copy a version into a draft; one that has not begun becomes a draft itself.

    Where a draft is there already, go on with that.
    """
    contesto = request.contesto
    vecchio = regolamento_in_cura(contesto, pk)
    in_arrivo = not vecchio.bozza and vecchio.dal > contesto.oggi
    prepara = servizi.riporta_in_bozza if in_arrivo else servizi.prepara_versione
    try:
        bozza = prepara(autore=contesto, adesso=contesto.adesso, regolamento_id=vecchio.pk)
    except RegolamentoRifiutato as rifiuto:
        messages.warning(request, str(rifiuto))
        gia = lettura.bozza_di(vecchio)
        nome, dove = ("regolamento_bozza", gia.pk) if gia else ("regolamento", pk)
        return verso(request, nome, dove)
    if in_arrivo:
        messages.success(request, "L’adozione è ritirata: il regolamento è di nuovo una bozza.")
    return verso(request, "regolamento_bozza", bozza.pk)


@require_safe
def bozza(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft: its rules, what changes, what the checker finds in it."""
    letta = bozza_in_cura(request.contesto, pk)
    return pagina_bozza(request, letta)


def pagina_bozza(request: HttpRequest, letta: Regolamento, stato: int = 200) -> HttpResponse:
    """The page of a draft as it stands now."""
    gruppi = lettura.temi_del_regolamento(letta)
    pagina = {
        "regolamento": letta,
        "gruppi": gruppi,
        "da_aggiungere": lettura.da_aggiungere(gruppi),
        "cambia": lettura.che_cosa_cambia(letta),
        "rilievi": lettura.rilievi_della_bozza(letta, request.contesto.oggi),
    }
    return render(request, "norme/bozza.html", pagina, status=stato)


@require_http_methods(["GET", "HEAD", "POST"])
def adotta(request: HttpRequest, pk: int) -> HttpResponse:
    """The dialog of the adoption: act, day, what happens, how one corrects afterwards."""
    contesto = request.contesto
    letta = bozza_in_cura(contesto, pk)
    proposta = {"dal": max(letta.dal, contesto.oggi), "atto": letta.atto}
    form = AdottaForm(request.POST or None, initial=proposta)
    if request.method == "POST" and form.is_valid():
        try:
            adottato = servizi.adotta(
                autore=contesto,
                adesso=contesto.adesso,
                bozza_id=letta.pk,
                atto=form.cleaned_data["atto"],
                dal=form.cleaned_data["dal"],
                riletta=form.cleaned_data["impronta"],
            )
        except BozzaCambiata:
            form.add_error(None, CAMBIATA)
            return _dialogo(request, letta, form, CONFLITTO)
        except RegolamentoRifiutato as rifiuto:
            annota_rifiuti(form, rifiuto)
        else:
            quando = in_parole(adottato.dal, contesto.oggi)
            messages.success(request, f"Regolamento adottato: vale da {quando}.")
            return verso(request, "regolamento", adottato.pk)
    return _dialogo(request, letta, form, STATO_ERRATO if form.is_bound else 200)


def _dialogo(
    request: HttpRequest, letta: Regolamento, form: AdottaForm, stato: int
) -> HttpResponse:
    # The print comes before what it stands for: a change between the two is a conflict later.
    ora = lettura.impronta_della_bozza(letta)
    cambia = lettura.che_cosa_cambia(letta)
    rilievi = lettura.rilievi_della_bozza(letta, request.contesto.oggi)
    effetti = [_quanto_cambia(len(cambia)), *_sul_passato(request, letta, form)]
    if rilievi:
        effetti.append(f"restano {plurale(len(rilievi), 'rilievo', 'rilievi')} del controllo")
    pagina = {
        "regolamento": letta,
        "form": form,
        "effetti": effetti,
        "cambia": cambia,
        # What was read stays in the form until what changed has been shown.
        "impronta": form.data.get("impronta", "") if stato == STATO_ERRATO else ora,
        "cambiata": stato == CONFLITTO,
    }
    return render(request, "norme/adotta.html", pagina, status=stato)


def _sul_passato(request: HttpRequest, letta: Regolamento, form: AdottaForm) -> list[str]:
    """What becomes of the days before; only a regulation that is new may have a past day."""
    if letta.sostituisce:
        return ["la versione di prima finisce il giorno precedente", ALLORA]
    dal = _giorno_scritto(form)
    if dal and dal < request.contesto.oggi:
        return ["vale anche per i giorni passati, a partire da quello che hai scritto"]
    return [f"{ALLORA}, se non scrivi un giorno passato"]


def _giorno_scritto(form: AdottaForm) -> date | None:
    """The day of the form, also where it is refused."""
    campo = form["dal"]
    try:
        giorno: date | None = campo.field.clean(campo.value())
    except ValidationError:
        return None
    return giorno


def _quanto_cambia(quante: int) -> str:
    return plurale(quante, "regola cambia", "regole cambiano", "nessuna regola cambia")


@require_http_methods(["GET", "HEAD", "POST"])
def scarta(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    contesto = request.contesto
    letta = bozza_in_cura(contesto, pk)
    if request.method != "POST":
        return render(request, "norme/scarta.html", {"regolamento": letta})
    if request.POST.get("riletto") != "si":
        return render(
            request, "norme/scarta.html", {"regolamento": letta, "manca": True},
            status=STATO_ERRATO,
        )  # fmt: skip
    try:
        servizi.scarta_bozza(autore=contesto, adesso=contesto.adesso, bozza_id=pk)
        messages.success(request, f"Bozza scartata: {letta.titolo} resta com’era.")
    except RegolamentoRifiutato as rifiuto:
        messages.error(request, str(rifiuto))
    return verso(request, "regolamenti")
