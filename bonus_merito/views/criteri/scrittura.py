"""A draft of the criteria is begun and written, piece by piece."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from bonus_merito.access import criteri as access
from bonus_merito.enums import Area
from bonus_merito.forms.criteri import AreaForm, TestataForm, VersioneNuovaForm
from bonus_merito.forms.criterio import CriterioForm
from bonus_merito.forms.regolamento import RegolamentoForm
from bonus_merito.models import AreaDeiCriteri, Criteri, Criterio
from bonus_merito.queries.criteri import partenza
from bonus_merito.queries.criteri.impronte import (
    impronta_del_criterio,
    impronta_del_regolamento,
    impronta_dell_area,
    impronta_della_testata,
)
from bonus_merito.services import criteri as servizi
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato

PASSI = {"su": -1, "giu": 1}


@require_http_methods(["GET", "HEAD", "POST"])
def nuovi(request: HttpRequest) -> HttpResponse:
    """Begin a version, from those shipped, from others adopted, or from nothing."""
    contesto = request.contesto
    access.esige_preparazione(contesto)
    form = VersioneNuovaForm(
        request.POST if request.method == "POST" else None,
        anni=partenza.anni(contesto),
        partenze=partenza.da_cui_partire(contesto, partenza.precedenti(contesto)),
    )
    nuova: list[Criteri] = []
    if compiuto(
        request, form,
        lambda: nuova.append(
            servizi.prepara_criteri(autore=contesto, adesso=contesto.adesso, dati=form.dati)
        ),
    ):  # fmt: skip
        return fatto(request, "La bozza è pronta da scrivere.", "criterio_scheda", nuova[0].pk)
    return mostra(request, "criteri/nuovi", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def testata(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, ways of finding the activities, levels."""
    contesto = request.contesto
    letti = access.versione_da_scrivere(contesto, pk)
    criteri = letti.criteri
    form = TestataForm(request.POST if request.method == "POST" else None)
    form.initial = form.attuali(criteri) | {"versione": impronta_della_testata(criteri)}
    if compiuto(
        request, form,
        lambda: servizi.salva_testata(
            autore=contesto, adesso=contesto.adesso, criteri_id=pk, dati=form.dati,
            versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "Titolo e livelli sono come scritto.", "criterio_scheda", pk)
    dati = {"form": form, "criteri": criteri, "titolo": "Titolo e livelli"}
    return mostra(request, "criteri/modulo", dati)


@require_http_methods(["GET", "HEAD", "POST"])
def regolamento(request: HttpRequest, pk: int) -> HttpResponse:
    """Preconditions, diffusion, the articles of the regulation."""
    contesto = request.contesto
    criteri = access.versione_da_scrivere(contesto, pk).criteri
    dati = request.POST if request.method == "POST" else None
    form = RegolamentoForm(dati, scritti=len(criteri.articoli))
    form.initial = form.attuali(criteri) | {"versione": impronta_del_regolamento(criteri)}
    if compiuto(
        request, form,
        lambda: servizi.salva_regolamento(
            autore=contesto, adesso=contesto.adesso, criteri_id=pk, dati=form.dati,
            versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(
            request, "Precondizioni e regolamento sono come scritto.", "criterio_scheda", pk
        )
    return mostra(request, "criteri/regolamento", {"form": form, "criteri": criteri})


@require_http_methods(["GET", "HEAD", "POST"])
def area(request: HttpRequest, pk: int) -> HttpResponse:
    """What an area says, with its descriptors and examples of duties."""
    contesto = request.contesto
    trovata, letti = access.area_da_scrivere(contesto, pk)
    form = AreaForm(request.POST if request.method == "POST" else None)
    form.initial = form.attuali(trovata) | {"versione": impronta_dell_area(trovata)}
    if compiuto(
        request, form,
        lambda: servizi.salva_area(
            autore=contesto, adesso=contesto.adesso, area_id=pk, dati=form.dati,
            versione=form.letta,
        ),
    ):  # fmt: skip
        testo = f"L’area {trovata.area} è come scritto."
        return fatto(request, testo, "criterio_scheda", letti.criteri.pk)
    dati = {"form": form, "criteri": letti.criteri, "titolo": f"Area {trovata.area}"}
    return mostra(request, "criteri/modulo", dati)


@require_http_methods(["GET", "HEAD", "POST"])
def criterio_nuovo(request: HttpRequest, pk: int) -> HttpResponse:
    """A new criterion of an area."""
    trovata, letti = access.area_da_scrivere(request.contesto, pk)
    return _criterio(request, letti, trovata, None)


@require_http_methods(["GET", "HEAD", "POST"])
def criterio(request: HttpRequest, pk: int) -> HttpResponse:
    """A criterion with its indicators."""
    trovato, letti = access.criterio_da_scrivere(request.contesto, pk)
    return _criterio(request, letti, trovato.area, trovato)


def _criterio(
    request: HttpRequest, letti: access.Letti, area: AreaDeiCriteri, trovato: Criterio | None
) -> HttpResponse:
    contesto = request.contesto
    righe = list(trovato.indicatori.all()) if trovato else []
    form = CriterioForm(
        request.POST if request.method == "POST" else None,
        area=Area(area.area),
        scritti=len(righe),
    )
    if trovato is None:
        form.initial = {"codice": request.GET.get("voce", "")[:3]}
    else:
        versione = impronta_del_criterio(trovato, righe)
        form.initial = form.attuali(trovato) | {"versione": versione}
    if compiuto(
        request, form,
        lambda: servizi.salva_criterio(
            autore=contesto, adesso=contesto.adesso, area_id=area.pk, dati=form.dati,
            criterio_id=trovato.pk if trovato else None, versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "Il criterio è registrato.", "criterio_scheda", letti.criteri.pk)
    dati = {"form": form, "criteri": letti.criteri, "area": area, "criterio": trovato}
    return mostra(request, "criteri/criterio", dati)


@require_POST
def sposta(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a criterion up or down under its heading."""
    contesto = request.contesto
    _, letti = access.criterio_da_scrivere(contesto, pk)
    passo = PASSI.get(request.POST.get("dove", ""), 0)
    try:
        servizi.sposta_criterio(
            autore=contesto, adesso=contesto.adesso, criterio_id=pk, passo=passo
        )
    except AttoRifiutato as rifiuto:
        messages.error(request, " ".join(violazione.testo for violazione in rifiuto.violazioni))
    return redirect("bonus:criterio_scheda", contesto.istituto.slug, letti.criteri.pk)
