"""An item of a grid: added, written with its effect beside it, moved, taken away."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import griglie as access
from selezioni_pon.forms.griglie.voce import VoceForm
from selezioni_pon.models import Griglia
from selezioni_pon.queries.effetto import Effetto, effetto_di
from selezioni_pon.queries.griglie import griglia_scritta
from selezioni_pon.rules.griglia.modifica import impronta, prossimo_numero
from selezioni_pon.services import pezzi
from selezioni_pon.views.comuni import digitato, mostra, spuntato
from selezioni_pon.views.griglie import comuni
from selezioni_pon.views.griglie.atti import conferma


@require_http_methods(["GET", "HEAD", "POST"])
def voce_nuova(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Add an item to a section."""
    riga = access.griglia(request.contesto, pk)
    return _voce(request, riga, comuni.sezione_al(request, riga, s, "nella"), None)


@require_http_methods(["GET", "HEAD", "POST"])
def voce(request: HttpRequest, pk: int, s: int, v: int) -> HttpResponse:
    """Write an item."""
    riga = access.griglia(request.contesto, pk)
    return _voce(request, riga, *comuni.voce_al(request, riga, s, v))


def _voce(
    request: HttpRequest,
    riga: Griglia,
    sezione: Mapping[str, Any],
    trovata: Mapping[str, Any] | None,
) -> HttpResponse:
    contesto = request.contesto
    form = _form(request, riga, sezione, trovata)
    if "prova" not in request.POST and compiuto(
        request, form,
        lambda: pezzi.scrivi_voce(
            autore=contesto, adesso=contesto.adesso, griglia_id=riga.pk, sezione=form.sezione,
            era=form.era, impronta=form.letta, voce=form.pezzo,
        ),
    ):  # fmt: skip
        riga.refresh_from_db()
        dove = comuni.posto_della_voce(riga, form.cleaned_data["numero"])
        return comuni.alla_griglia(request, riga, dove)
    dati = {"form": form, "griglia": riga, "sezione": sezione, "voce": trovata}
    dati["effetto"] = _effetto(form, riga, trovata)
    if "prova" not in request.POST:
        return mostra(request, "griglie/voce", dati)
    # Tried while one writes: what is missing is said in the preview, not yet at the fields.
    form.errors.clear()
    return render(request, "selezioni/griglie/voce.html", dati)


def _effetto(form: VoceForm, riga: Griglia, trovata: Mapping[str, Any] | None) -> Effetto:
    """What the item gives as it is typed; as it is kept while the page is only read."""
    if form.is_bound:
        numero = form.cleaned_data.get("numero", "") if form.is_valid() else ""
        return effetto_di(form.nella_griglia, numero, form.mancano)
    scritta = griglia_scritta(riga) if trovata else None
    return effetto_di(scritta, trovata["numero"] if trovata else "", ())


def _form(
    request: HttpRequest,
    riga: Griglia,
    sezione: Mapping[str, Any],
    trovata: Mapping[str, Any] | None,
) -> VoceForm:
    era, tipo = (trovata["numero"], trovata["tipo"]) if trovata else ("", "si_no")
    form = VoceForm(
        digitato(request), dati=riga.dati, sezione=sezione["sigla"], trovata=trovata,
        initial={"tipo": tipo, "era": era},
    )  # fmt: skip
    if trovata is None:
        form.initial = {**form.initial, "numero": prossimo_numero(riga.dati)}
    else:
        scritta = form.scritta(trovata)
        form.initial = {**form.initial, **scritta, "versione": impronta(trovata)}
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def voce_togli(request: HttpRequest, pk: int, s: int, v: int) -> HttpResponse:
    """Take an item away."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    _, trovata = comuni.voce_al(request, riga, s, v)
    era = comuni.detta(request) or trovata["numero"]
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: pezzi.togli_voce(autore=contesto, adesso=contesto.adesso, griglia_id=pk, era=era),
    ):  # fmt: skip
        return comuni.alla_griglia(request, riga, f"#sezione-{s}")
    return conferma(
        request, form, riga,
        domanda=f"Togliere la voce {trovata['numero']}?",
        verbo="Togli la voce",
        effetti=[trovata["testo"], "le voci che la nominano non la nominano più"],
        correzione="Finché nessun avviso usa la griglia si può scriverla di nuovo.",
        era=era,
    )  # fmt: skip


@require_POST
def voce_sposta(request: HttpRequest, pk: int, s: int, v: int) -> HttpResponse:
    """Move an item up or down in its section."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    _, trovata = comuni.voce_al(request, riga, s, v)
    era = comuni.detta(request) or trovata["numero"]
    adesso = comuni.spostato(
        request, riga,
        lambda passo: pezzi.sposta_voce(
            autore=contesto, adesso=contesto.adesso, griglia_id=pk, era=era, passo=passo
        ),
    )  # fmt: skip
    return comuni.alla_griglia(request, adesso, comuni.posto_della_voce(adesso, era))
