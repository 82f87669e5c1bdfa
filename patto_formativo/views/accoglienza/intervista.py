"""The interview: one page, each answer kept while it is written."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.access import Contesto
from patto_formativo.access import accoglienza as access
from patto_formativo.forms.accoglienza import RispostaForm
from patto_formativo.models import Corsista
from patto_formativo.queries import intervista as queries
from patto_formativo.queries.visibili import Veste
from patto_formativo.rules.intervista import Domanda
from patto_formativo.rules.intervista import domanda as di_chiave
from patto_formativo.services.accoglienza import concludi_intervista, scrivi_risposta

ESITO = "patto/accoglienza/_risposta_esito.html"


@require_safe
def intervista(request: HttpRequest, pk: int) -> HttpResponse:
    """All the questions with their answers; the tutor writes, the others read."""
    trovato = access.intervista_leggibile(request.contesto, pk)
    return _pagina(request, trovato)


def _pagina(request: HttpRequest, trovato: Corsista, **altro: Any) -> HttpResponse:
    dati = {
        "corsista": trovato,
        "pagina": queries.pagina(queries.intervista_di(trovato)),
        "fonte": queries.fonte(),
        "scrive": Veste.TUTOR in trovato.vesti and trovato.stato == "attivo",
    }
    stato = altro.pop("stato", 200)
    return render(request, "patto/accoglienza/intervista.html", dati | altro, status=stato)


@require_http_methods(["POST", "PATCH"])
def risposta(request: HttpRequest, pk: int, chiave: str) -> HttpResponse:
    """Keep one answer; PATCH while it is written, POST is the same without scripts."""
    trovato = access.corsista_del_tutor(request.contesto, pk)
    chiesta = di_chiave(queries.domande(), chiave)
    if chiesta is None:
        raise Http404
    dati = request.POST if request.method == "POST" else QueryDict(request.body)
    form = RispostaForm(dati)
    if not form.is_valid():
        errori = [errore for errori in form.errors.values() for errore in errori]
        return _non_tenuta(request, trovato, chiesta, form, stato=422, errori=errori)
    return _scrivi(request, trovato, chiesta, form)


def _scrivi(
    request: HttpRequest, trovato: Corsista, chiesta: Domanda, form: RispostaForm
) -> HttpResponse:
    contesto: Contesto = request.contesto
    scritta = form.cleaned_data["risposta"]
    try:
        scrivi_risposta(
            autore=contesto,
            adesso=contesto.adesso,
            corsista_id=trovato.pk,
            domanda=chiesta.chiave,
            testo=scritta,
            versione=form.cleaned_data["tieni"] or form.cleaned_data["versione"],
        )
    except Conflitto as conflitto:
        altrui = str(conflitto.attuale)
        return _non_tenuta(request, trovato, chiesta, form, stato=409, altrui=altrui)
    except AttoRifiutato as rifiuto:
        errori = [violazione.testo for violazione in rifiuto.violazioni]
        return _non_tenuta(request, trovato, chiesta, form, stato=409, errori=errori)
    if request.method == "POST":
        messages.success(request, "La risposta è registrata.")
        return redirect("patto:intervista", contesto.istituto.slug, trovato.pk)
    dati = {
        "corsista": trovato,
        "domanda": chiesta,
        "salvato": True,
        "versione": queries.versione_di(scritta),
        "pagina": queries.pagina(queries.intervista_di(trovato)),
    }
    return render(request, ESITO, dati)


def _non_tenuta(
    request: HttpRequest,
    trovato: Corsista,
    chiesta: Domanda,
    form: RispostaForm,
    *,
    stato: int,
    altrui: str | None = None,
    errori: list[str] | None = None,
) -> HttpResponse:
    """What was typed stays; beside it what another wrote meanwhile, or what is wrong."""
    dati: dict[str, Any] = {
        "corsista": trovato,
        "domanda": chiesta,
        "errori": errori or [],
        "conflitto": altrui is not None,
        "altrui": chiesta.in_parole(altrui or ""),
        "altrui_testo": altrui or "",
        "altrui_versione": queries.versione_di(altrui or ""),
    }  # fmt: skip
    if request.method == "PATCH":
        return render(request, ESITO, dati, status=stato)
    scritto = {"scritta": chiesta.chiave, "testo_scritto": form.data.get("risposta", "")}
    return _pagina(request, trovato, stato=stato, **dati, **scritto)


@require_POST
def concludi(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the interview is done."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_del_tutor(contesto, pk)
    try:
        concludi_intervista(autore=contesto, adesso=contesto.adesso, corsista_id=pk)
    except AttoRifiutato as rifiuto:
        perche = " ".join(violazione.testo for violazione in rifiuto.violazioni)
        return _pagina(request, trovato, stato=409, rifiuto=perche)
    messages.success(request, "L’intervista è conclusa. Si può ancora completare.")
    return redirect("patto:corsista", contesto.istituto.slug, pk)
