"""A section of a grid: added, written, moved, taken away."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import griglie as access
from selezioni_pon.forms.griglie.sezione import SezioneForm
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia.modifica import impronta, testata_di
from selezioni_pon.services import pezzi
from selezioni_pon.views.comuni import digitato, mostra, spuntato
from selezioni_pon.views.griglie import comuni
from selezioni_pon.views.griglie.atti import conferma

SIGLE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@require_http_methods(["GET", "HEAD", "POST"])
def sezione_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a section to a grid."""
    return _sezione(request, access.griglia(request.contesto, pk), None, 0)


@require_http_methods(["GET", "HEAD", "POST"])
def sezione(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Write the head of a section."""
    riga = access.griglia(request.contesto, pk)
    return _sezione(request, riga, comuni.sezione_al(request, riga, s), s)


def _sezione(
    request: HttpRequest, riga: Griglia, trovata: Mapping[str, Any] | None, s: int
) -> HttpResponse:
    contesto = request.contesto
    scritte = len(trovata.get("altre_letture", [])) if trovata else 0
    form = SezioneForm(digitato(request), dati=riga.dati, scritte=scritte)
    form.initial = _iniziali(riga, trovata)
    dati = {"form": form, "griglia": riga, "sezione": trovata, "s": s}
    if "prova" in request.POST:
        form.errors.clear()
        return render(request, "selezioni/griglie/sezione.html", dati)
    if compiuto(
        request, form,
        lambda: pezzi.scrivi_sezione(
            autore=contesto, adesso=contesto.adesso, griglia_id=riga.pk, era=form.era,
            impronta=form.letta, sezione=form.pezzo,
        ),
    ):  # fmt: skip
        riga.refresh_from_db()
        return comuni.alla_griglia(
            request, riga, comuni.posto_della_sezione(riga, form.cleaned_data["sigla"])
        )
    return mostra(request, "griglie/sezione", dati)


def _iniziali(riga: Griglia, trovata: Mapping[str, Any] | None) -> dict[str, Any]:
    if trovata is None:
        prese = {sezione["sigla"] for sezione in riga.dati["sezioni"]}
        return {"sigla": next((sigla for sigla in SIGLE if sigla not in prese), "")}
    detti = SezioneForm.scritta(trovata)
    return detti | {"era": trovata["sigla"], "versione": impronta(testata_di(trovata))}


@require_http_methods(["GET", "HEAD", "POST"])
def sezione_togli(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Take a section away with its items."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    trovata = comuni.sezione_al(request, riga, s)
    era = comuni.detta(request) or trovata["sigla"]
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: pezzi.togli_sezione(
            autore=contesto, adesso=contesto.adesso, griglia_id=pk, era=era
        ),
    ):  # fmt: skip
        return comuni.alla_griglia(request, riga)
    return conferma(
        request, form, riga,
        domanda=f"Togliere la sezione {trovata['sigla']}?",
        verbo="Togli la sezione",
        effetti=[trovata["titolo"], "con la sezione si tolgono le sue voci"],
        correzione="Finché nessun avviso usa la griglia si può scriverla di nuovo.",
        era=era,
    )  # fmt: skip


@require_POST
def sezione_sposta(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Move a section up or down."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    era = comuni.detta(request) or comuni.sezione_al(request, riga, s)["sigla"]
    adesso = comuni.spostato(
        request, riga,
        lambda passo: pezzi.sposta_sezione(
            autore=contesto, adesso=contesto.adesso, griglia_id=pk, era=era, passo=passo
        ),
    )  # fmt: skip
    return comuni.alla_griglia(request, adesso, comuni.posto_della_sezione(adesso, era))
