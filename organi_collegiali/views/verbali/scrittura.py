"""The editor of the minutes: each change is saved as one types, with its version."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.access import Contesto
from cpia.scuola.parole import ora
from organi_collegiali.access import verbali as access
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.forms.verbali import NoteForm, ParoleForm
from organi_collegiali.models import Verbale
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.rules.verbali.stati_verbale import verifica_scrittura
from organi_collegiali.services.verbali.scrittura_verbali import scrivi_note, scrivi_parole
from organi_collegiali.views.aula.risposte import in_json
from organi_collegiali.views.verbali.lettura import pagina

TROPPO = "Quello che hai scritto è troppo lungo: non è registrato."


@require_safe
def scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """All that may be written of some minutes, on one page."""
    trovato = access.verbale_da_scrivere(request.contesto, pk)
    if rifiuti := verifica_scrittura(queries.stato_di(trovato)):
        return pagina(request, trovato, stato=409, rifiuto=rifiuti[0].testo)
    di_che_cosa = materia(trovato)
    deserta = trovato.seduta.stato == StatoSeduta.DESERTA
    dati = {
        "verbale": trovato,
        "seduta": trovato.seduta,
        "punti": () if deserta else di_che_cosa.punti,
        "rilievi": [r for r in queries.rilievi(trovato) if r.esito == "accolto"],
    }
    return render(request, "organi/verbali/scrivi.html", dati)


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
    """Save, and say how it went; nothing that was typed is lost."""
    if not form.is_valid():
        return _non_registrato(request, trovato, form, chiave, rifiuto=TROPPO)
    try:
        salvato = compi(request.contesto)
    except AttoRifiutato as rifiuto:
        testo = rifiuto.violazioni[0].testo
        return _non_registrato(request, trovato, form, chiave, rifiuto=testo, stato=409)
    except Conflitto as conflitto:
        return _non_registrato(request, trovato, form, chiave, attuale=conflitto.attuale, stato=409)
    if in_json(request):
        alle = ora(timezone.localtime(request.contesto.adesso))
        return JsonResponse({"versione": salvato.versione, "alle": alle})
    return redirect("organi:verbale_scrivi", request.contesto.istituto.slug, trovato.pk)


def _non_registrato(
    request: HttpRequest,
    trovato: Verbale,
    form: ParoleForm | NoteForm,
    chiave: str,
    *,
    rifiuto: str = "",
    attuale: Any = None,
    stato: int = 422,
) -> HttpResponse:
    """Why, with the text of the other one if there is one: for the script, or on a page."""
    campi = [nome for nome in form.fields if nome != "versione"]
    if in_json(request):
        if attuale is None:
            return JsonResponse({"rifiuto": [rifiuto]}, status=stato)
        testi = {nome: getattr(attuale, nome) for nome in campi}
        return JsonResponse({"attuale": testi | {"versione": attuale.versione}}, status=stato)
    dati = {
        "chiave": chiave,
        "verbale": trovato,
        "scritto": {nome: form.data.get(nome, "") for nome in form.fields},
        "attuale": attuale,
        "rifiuto": rifiuto,
    }
    return render(request, "organi/verbali/conflitto.html", dati, status=stato)
