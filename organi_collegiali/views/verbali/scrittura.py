"""The editor of the minutes: each change is saved as one types, with its version."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.scuola.access import Contesto
from organi_collegiali.access import verbali as access
from organi_collegiali.errori import AttoRifiutato, Conflitto
from organi_collegiali.forms.verbali import NoteForm, ParoleForm
from organi_collegiali.models import Verbale
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.rules.verbali.stati_verbale import verifica_scrittura
from organi_collegiali.services.verbali.scrittura_verbali import scrivi_note, scrivi_parole
from organi_collegiali.views.verbali.lettura import pagina


@require_safe
def scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """All that may be written of some minutes, on one page."""
    trovato = access.verbale_da_scrivere(request.contesto, pk)
    if rifiuti := verifica_scrittura(queries.stato_di(trovato)):
        return pagina(request, trovato, stato=409, rifiuto=rifiuti[0].testo)
    return render(
        request,
        "organi/verbali/scrivi.html",
        {
            "verbale": trovato,
            "seduta": trovato.seduta,
            "materia": materia(trovato),
            "attuale": None,
            "rifiuto": "",
            "salvato": None,
            "rilievi": [r for r in queries.rilievi(trovato) if r.esito == "accolto"],
        },
    )


@require_POST
def parole(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the words that open and close them."""
    trovato = access.verbale_da_scrivere(request.contesto, pk)
    form = ParoleForm(request.POST)

    def compi(contesto: Contesto) -> Any:
        return scrivi_parole(
            autore=contesto, adesso=contesto.adesso, verbale_id=pk, **form.cleaned_data
        )

    return _registra(request, trovato, form, compi, chiave="parole")


@require_POST
def note(request: HttpRequest, pk: int, punto_pk: int) -> HttpResponse:
    """Keep what was said on one item."""
    trovato = access.verbale_da_scrivere(request.contesto, pk)
    access.punto_del_verbale(trovato, punto_pk)
    form = NoteForm(request.POST)

    def compi(contesto: Contesto) -> Any:
        return scrivi_note(
            autore=contesto,
            adesso=contesto.adesso,
            verbale_id=pk,
            punto_id=punto_pk,
            **form.cleaned_data,
        )

    return _registra(request, trovato, form, compi, chiave=f"punto-{punto_pk}")


def _registra(
    request: HttpRequest,
    trovato: Verbale,
    form: ParoleForm | NoteForm,
    compi: Callable[[Contesto], Any],
    *,
    chiave: str,
) -> HttpResponse:
    """Save, and say how it went beside the field; nothing that was typed is lost."""
    dati: dict[str, Any] = {
        "chiave": chiave,
        "verbale": trovato,
        "scritto": {campo: form.data.get(campo, "") for campo in form.fields},
        "attuale": None,
        "rifiuto": "",
        "salvato": None,
    }
    stato = 200
    if not form.is_valid():
        dati["rifiuto"], stato = "Quello che hai scritto è troppo lungo: non è registrato.", 422
    else:
        try:
            dati["salvato"] = compi(request.contesto)
        except AttoRifiutato as rifiuto:
            dati["rifiuto"], stato = rifiuto.violazioni[0].testo, 409
        except Conflitto as conflitto:
            dati["attuale"], stato = conflitto.attuale, 409
    if stato == 200 and not request.htmx:
        return redirect("organi:verbale_scrivi", request.contesto.istituto.slug, trovato.pk)
    nome = "_esito.html" if request.htmx else "conflitto.html"
    return render(request, f"organi/verbali/{nome}", dati, status=stato)
