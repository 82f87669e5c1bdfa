"""The acts that want a reason: to go on without a subject, to reopen a subject or a class."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from competenze import access
from competenze.forms.livelli import ClasseMotivoForm
from competenze.models import ClasseRilevata, Inserimento
from competenze.services import classi as servizi
from competenze.services.inserimenti import riapri_inserimento
from competenze.views.classi.quadro import coordinata
from cpia.norme.errori import AttoRifiutato


@dataclass(frozen=True, slots=True)
class Richiesta:
    """What the dialog asks, what it does when the reason is written, what it says afterwards."""

    rilevata: ClasseRilevata
    domanda: str
    effetti: tuple[str, ...]
    verbo: str
    compi: Callable[..., Any]
    fatto: str


def _con_motivo(request: HttpRequest, richiesta: Richiesta) -> HttpResponse:
    form = ClasseMotivoForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return _dialogo(request, richiesta, form)
    try:
        richiesta.compi(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            motivo=form.cleaned_data["motivo"],
        )
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            form.add_error(None, f"{violazione.testo} {violazione.fonte}")
        return _dialogo(request, richiesta, form)
    messages.success(request, richiesta.fatto)
    return _torna(request, richiesta.rilevata)


def _dialogo(request: HttpRequest, richiesta: Richiesta, form: ClasseMotivoForm) -> HttpResponse:
    contesto = {"rilevata": richiesta.rilevata, "richiesta": richiesta, "form": form}
    stato = 422 if request.method == "POST" else 200
    return render(request, "competenze/quadro_motivo.html", contesto, status=stato)


def _torna(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    return redirect("competenze:quadro", request.contesto.istituto.slug, rilevata.pk)


def _inserimento(request: HttpRequest, rilevata: ClasseRilevata, inserimento: int) -> Inserimento:
    """The entry, of that very class: 404 otherwise."""
    trovato = access.inserimento_della_classe(request.contesto, inserimento)
    if trovato.classe_rilevata_id != rilevata.pk:
        raise Http404
    return trovato


@require_http_methods(["GET", "POST"])
@coordinata
def mancanza(request: HttpRequest, rilevata: ClasseRilevata, inserimento: int) -> HttpResponse:
    """Why the class is frozen without a subject."""
    trovato = _inserimento(request, rilevata, inserimento)
    disciplina = trovato.cattedra.disciplina
    return _con_motivo(
        request,
        Richiesta(
            rilevata=trovato.classe_rilevata,
            domanda=f"Congelare senza {disciplina}: perché?",
            effetti=(
                "la disciplina non blocca più il congelamento",
                "i livelli che ha già inserito contano nelle medie",
                "finché la classe non è congelata può ancora registrare",
            ),
            verbo="Scrivi il motivo",
            compi=lambda **dati: servizi.motiva_mancanza(inserimento=trovato, **dati),
            fatto=f"{disciplina}: il motivo è scritto.",
        ),
    )


@require_POST
@coordinata
def attendi(request: HttpRequest, rilevata: ClasseRilevata, inserimento: int) -> HttpResponse:
    """The reason is taken away: the subject is waited for."""
    trovato = _inserimento(request, rilevata, inserimento)
    try:
        servizi.togli_motivo_mancanza(
            autore=request.contesto, adesso=request.contesto.adesso, inserimento=trovato
        )
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            messages.error(request, violazione.testo)
    else:
        messages.success(request, f"Si aspetta {trovato.cattedra.disciplina}.")
    return _torna(request, trovato.classe_rilevata)


@require_http_methods(["GET", "POST"])
@coordinata
def riapri_disciplina(
    request: HttpRequest, rilevata: ClasseRilevata, inserimento: int
) -> HttpResponse:
    """A registered subject goes back to its teachers."""
    trovato = _inserimento(request, rilevata, inserimento)
    disciplina = trovato.cattedra.disciplina
    return _con_motivo(
        request,
        Richiesta(
            rilevata=trovato.classe_rilevata,
            domanda=f"Riaprire {disciplina}?",
            effetti=(
                "i livelli tornano modificabili da chi insegna la disciplina",
                "i docenti ricevono un avviso con il motivo",
                "la classe non si congela finché non registrano di nuovo",
            ),
            verbo="Riapri",
            compi=lambda **dati: riapri_inserimento(inserimento=trovato, **dati),
            fatto=f"{disciplina} è riaperta: i docenti sono avvisati.",
        ),
    )


@require_http_methods(["GET", "POST"])
def riapri_classe(request: HttpRequest, pk: int) -> HttpResponse:
    """A frozen class goes back to teachers and coordinator."""
    rilevata = access.classe_da_riaprire(request.contesto, pk)
    return _con_motivo(
        request,
        Richiesta(
            rilevata=rilevata,
            domanda=f"Riaprire la {rilevata.classe}?",
            effetti=(
                "livelli e decisioni tornano modificabili",
                "la proposta di adesso resta nel registro delle operazioni",
                "chi coordina la classe riceve un avviso con il motivo",
            ),
            verbo="Riapri la classe",
            compi=lambda **dati: servizi.riapri_classe(rilevata_id=rilevata.pk, **dati),
            fatto=f"La {rilevata.classe} è riaperta.",
        ),
    )
