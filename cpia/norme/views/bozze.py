"""Drafts: a new version is prepared, written rule by rule, read again, adopted."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.access import SCRIVONO, bozza_in_cura, regolamento_in_cura
from cpia.norme.errori import RegolamentoRifiutato
from cpia.norme.forms.pagine import AdottaForm, TitoloForm
from cpia.norme.models import Regolamento
from cpia.norme.queries import bozze as lettura
from cpia.norme.services import versioni as servizi
from cpia.norme.views.comuni import STATO_ERRATO, annota_rifiuti, verso
from cpia.scuola.parole import giorno as in_parole
from cpia.scuola.parole import plurale

CONFLITTO = 409


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
    """Copy a version into a draft; where one is there already, go on with that."""
    contesto = request.contesto
    vecchio = regolamento_in_cura(contesto, pk)
    try:
        bozza = servizi.prepara_versione(
            autore=contesto, adesso=contesto.adesso, regolamento_id=vecchio.pk
        )
    except RegolamentoRifiutato as rifiuto:
        messages.warning(request, str(rifiuto))
        gia = lettura.bozza_di(vecchio)
        nome, dove = ("regolamento_bozza", gia.pk) if gia else ("regolamento", pk)
        return verso(request, nome, dove)
    return verso(request, "regolamento_bozza", bozza.pk)


@require_safe
def bozza(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft: its rules, what changes, what the checker finds in it."""
    letta = bozza_in_cura(request.contesto, pk)
    return render(request, "norme/bozza.html", _contesto_bozza(request, letta))


def _contesto_bozza(request: HttpRequest, letta: Regolamento) -> dict[str, Any]:
    gruppi = lettura.temi_del_regolamento(letta)
    return {
        "regolamento": letta,
        "gruppi": gruppi,
        "da_aggiungere": lettura.da_aggiungere(gruppi),
        "cambia": lettura.che_cosa_cambia(letta),
        "rilievi": lettura.rilievi_della_bozza(letta, request.contesto.oggi),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def adotta(request: HttpRequest, pk: int) -> HttpResponse:
    """The dialog of the adoption: act, day, what happens, how one corrects afterwards."""
    contesto = request.contesto
    letta = bozza_in_cura(contesto, pk)
    form = AdottaForm(request.POST or None, initial={"dal": letta.dal})
    if request.method == "POST" and form.is_valid():
        try:
            adottato = servizi.adotta(
                autore=contesto,
                adesso=contesto.adesso,
                bozza_id=letta.pk,
                atto=form.cleaned_data["atto"],
                dal=form.cleaned_data["dal"],
            )
        except RegolamentoRifiutato as rifiuto:
            annota_rifiuti(form, rifiuto)
        else:
            quando = in_parole(adottato.dal, contesto.oggi)
            messages.success(request, f"Regolamento adottato: vale da {quando}.")
            return verso(request, "regolamento", adottato.pk)
    return _dialogo(request, letta, form)


def _dialogo(request: HttpRequest, letta: Regolamento, form: AdottaForm) -> HttpResponse:
    cambia = lettura.che_cosa_cambia(letta)
    rilievi = lettura.rilievi_della_bozza(letta, request.contesto.oggi)
    effetti = [_quanto_cambia(len(cambia))]
    if letta.sostituisce:
        effetti.append("la versione di prima finisce il giorno precedente")
    effetti.append("gli atti dei giorni passati tengono le regole di allora")
    if rilievi:
        effetti.append(f"restano {plurale(len(rilievi), 'rilievo', 'rilievi')} del controllo")
    pagina = {"regolamento": letta, "form": form, "effetti": effetti, "cambia": cambia}
    stato = STATO_ERRATO if form.is_bound else 200
    return render(request, "norme/adotta.html", pagina, status=stato)


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
