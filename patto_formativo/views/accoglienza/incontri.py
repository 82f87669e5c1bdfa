"""Meetings of the welcome: written by who held them, corrected and taken away by the same."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto, stato
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno, plurale
from patto_formativo.access import accoglienza as access
from patto_formativo.enums import Fase
from patto_formativo.forms.accoglienza import IncontroForm, iniziali_incontro
from patto_formativo.models import Corsista, Incontro
from patto_formativo.queries.accoglienza import gruppi_di_livello
from patto_formativo.queries.elenchi import nome_della_sede
from patto_formativo.services.accoglienza import (
    correggi_incontro,
    elimina_incontro,
    registra_incontro,
)
from patto_formativo.views.accoglienza.comuni import numero


@require_http_methods(["GET", "HEAD", "POST"])
def nuovo(request: HttpRequest) -> HttpResponse:
    """Write a meeting: the phase first, then who was there."""
    contesto: Contesto = request.contesto
    fasi = access.fasi_condotte(contesto)
    fase = _fase(request, fasi)
    possibili = access.presenti_possibili(contesto, fase)
    gruppi = gruppi_di_livello(contesto.istituto, possibili, contesto.oggi)
    corsisti = list(possibili)
    form = IncontroForm(request.POST or None, corsisti=corsisti, initial=_iniziali(request, gruppi))
    fatti: list[Incontro] = []

    def atto() -> None:
        dati = form.dati(fase)
        fatti.append(
            registra_incontro(
                autore=contesto,
                adesso=contesto.adesso,
                fase=fase,
                giorno=dati.giorno,
                dalle=dati.dalle,
                ore=dati.ore,
                corsisti=dati.corsisti,
                argomento=dati.argomento,
            )
        )

    if compiuto(request, form, atto):
        return _fatto(request, form)
    return _pagina(
        request, form, corsisti, fase=fase, fasi=[(f, f == fase) for f in fasi], gruppi=gruppi
    )


def _fase(request: HttpRequest, fasi: list[Fase]) -> Fase:
    scritta = request.POST.get("fase") or request.GET.get("fase")
    return next((fase for fase in fasi if fase.value == scritta), fasi[0])


def _iniziali(request: HttpRequest, gruppi: Any) -> dict[str, Any]:
    """Who is ticked already: the person or the group that the address names."""
    chi = numero(request.GET.get("corsista"))
    gruppo = numero(request.GET.get("gruppo"))
    scelti = {chi} if chi else set()
    for trovato, membri in gruppi:
        if trovato.pk == gruppo:
            scelti |= membri
    return {"giorno": request.contesto.oggi, "corsisti": list(scelti)}


def _fatto(request: HttpRequest, form: IncontroForm) -> HttpResponse:
    """To the person, or to the list after an assembly."""
    presenti = form.cleaned_data["corsisti"]
    quanti = plurale(len(presenti), "persona", "persone")
    messages.success(request, f"L’incontro è registrato: {quanti}.")
    slug = request.contesto.istituto.slug
    if len(presenti) == 1:
        return redirect("patto:corsista", slug, presenti[0])
    return redirect("patto:inizio", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def correggi(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a meeting of one's own; 409 when it was corrected on another page meanwhile."""
    contesto: Contesto = request.contesto
    incontro = access.incontro_proprio(contesto, pk)
    fase = Fase(incontro.fase)
    corsisti = list(access.presenti_possibili(contesto, fase))
    form = IncontroForm(
        request.POST or None, corsisti=corsisti, initial=iniziali_incontro(incontro)
    )

    def atto() -> None:
        correggi_incontro(
            autore=contesto, adesso=contesto.adesso, incontro_id=pk, versione=form.letta,
            dati=form.dati(fase), fra=[c.pk for c in corsisti],
        )  # fmt: skip

    if compiuto(request, form, atto):
        return _fatto(request, form)
    restano = incontro.presenze.exclude(corsista__in=corsisti).count()
    return _pagina(request, form, corsisti, fase=fase, incontro=incontro, restano=restano)


@require_http_methods(["GET", "HEAD", "POST"])
def elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a meeting away that was not held, after the dialog that says what is lost."""
    contesto: Contesto = request.contesto
    incontro = access.incontro_proprio(contesto, pk)
    if request.method == "POST" and "riletto" in request.POST:
        try:
            elimina_incontro(autore=contesto, adesso=contesto.adesso, incontro_id=pk)
        except AttoRifiutato as rifiuto:
            messages.error(request, " ".join(v.testo for v in rifiuto.violazioni))
            return redirect("patto:incontro", contesto.istituto.slug, pk)
        messages.success(request, "L’incontro è tolto.")
        return redirect("patto:inizio", contesto.istituto.slug)
    return render(request, "componenti/conferma.html", _conferma(request, incontro))


def _conferma(request: HttpRequest, incontro: Incontro) -> dict[str, Any]:
    quanti = plurale(incontro.presenze.count(), "persona", "persone")
    return {
        "domanda": f"Togliere l’incontro di {giorno(incontro.giorno)}?",
        "effetti": [
            f"le ore dell’incontro non si contano più per {quanti}",
            "nel registro delle operazioni resta che cosa era scritto e chi lo ha tolto",
        ],
        "correzione": "Se è stato tolto per errore si registra di nuovo.",
        "rilettura": "L’incontro non si è tenuto, o è registrato due volte",
        "verbo": "Togli l’incontro",
        "azione": request.path,
        "indietro": reverse("patto:incontro", args=[request.contesto.istituto.slug, incontro.pk]),
    }


def _pagina(
    request: HttpRequest, form: IncontroForm, corsisti: list[Corsista], **dati: Any
) -> HttpResponse:
    contesto: Contesto = request.contesto
    scelti = {str(pk) for pk in form["corsisti"].value() or ()}
    voci = [(c, nome_della_sede(contesto, c), str(c.pk) in scelti) for c in corsisti]
    return render(
        request,
        "patto/accoglienza/incontro.html",
        {"form": form, "voci": voci, **dati},
        status=stato(request, form),
    )
