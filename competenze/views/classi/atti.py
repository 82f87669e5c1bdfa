"""The acts of who coordinates a class: to remind, to decide, to deliberate, to freeze."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from competenze.enums import Livello
from competenze.forms.livelli import ClasseCongelaForm, ClasseLivelloForm
from competenze.models import ClasseRilevata
from competenze.queries import quadro as lettura
from competenze.queries.quadro.discipline import MANCA
from competenze.services import classi as servizi
from competenze.views.classi.perche import contesto_perche
from competenze.views.classi.quadro import contesto_quadro, coordinata
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale

Servizio = Callable[..., Any]
# No key of the database has more digits.
PK = re.compile(r"[0-9]{1,18}")


def torna_al_quadro(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    return redirect("competenze:quadro", request.contesto.istituto.slug, rilevata.pk)


@require_POST
@coordinata
def sollecita(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    """Remind one subject (``inserimento``) or all those that are missing."""
    violazioni: Sequence[Violazione] = ()
    try:
        quanti = servizi.sollecita(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            rilevata_id=rilevata.pk,
            inserimenti_id=_scelti(request, rilevata),
        )
    except AttoRifiutato as rifiuto:
        quanti, violazioni = 0, rifiuto.violazioni
    testo = _esito_sollecito(quanti, violazioni)
    if request.htmx:
        contesto = contesto_quadro(request, rilevata) | {"esito": testo, "rifiutato": violazioni}
        stato = 422 if violazioni else 200
        return render(request, "competenze/quadro_discipline.html", contesto, status=stato)
    messages.add_message(request, messages.ERROR if violazioni else messages.SUCCESS, testo)
    return torna_al_quadro(request, rilevata)


def _scelti(request: HttpRequest, rilevata: ClasseRilevata) -> list[int]:
    scelto = request.POST.get("inserimento", "")
    if scelto:
        return [_pk(scelto)]
    quadro = lettura.quadro(rilevata, request.contesto.oggi)
    return [disciplina.pk for disciplina in quadro.discipline if disciplina.stato == MANCA]


def _pk(scritto: str) -> int:
    if PK.fullmatch(scritto) is None:
        raise Http404
    return int(scritto)


def _esito_sollecito(quanti: int, violazioni: Sequence[Violazione]) -> str:
    if violazioni:
        return " ".join(violazione.testo for violazione in violazioni)
    if not quanti:
        return "Nessun nuovo sollecito: chi poteva riceverlo è già stato sollecitato oggi."
    return f"Sollecito inviato a {plurale(quanti, 'docente', 'docenti')}."


@require_POST
@coordinata
def decidi(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    """A level decided by the coordinator in place of the mean's."""
    return _livello(request, rilevata, servizi.decidi_livello)


@require_POST
@coordinata
def delibera(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    """The level that the consiglio deliberated in scrutinio."""
    return _livello(request, rilevata, servizi.delibera_livello)


def _livello(request: HttpRequest, rilevata: ClasseRilevata, servizio: Servizio) -> HttpResponse:
    form = ClasseLivelloForm(request.POST)
    if not form.is_valid():
        errori = [errore for errori in form.errors.values() for errore in errori]
        return _casella(request, rilevata, errori=errori)
    return _compi(
        request,
        rilevata,
        servizio,
        livello=Livello(form.cleaned_data["livello"]),
        motivo=form.cleaned_data["motivo"],
    )


@require_POST
@coordinata
def torna_alla_media(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    """The coordinator's decision is withdrawn: the mean holds again."""
    return _compi(request, rilevata, servizi.ritira_decisione)


def _compi(
    request: HttpRequest, rilevata: ClasseRilevata, servizio: Servizio, **campi: Any
) -> HttpResponse:
    """One act on one cell, then the cell as it is now, or why not."""
    chiave = lettura.leggi_chiave(rilevata, request.POST.get("di", ""))
    if chiave is None:
        raise Http404
    try:
        servizio(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            rilevata_id=rilevata.pk,
            chiave=chiave,
            **campi,
        )
    except AttoRifiutato as rifiuto:
        return _casella(request, rilevata, violazioni=rifiuto.violazioni)
    if request.htmx:
        return _casella(request, rilevata)
    return torna_al_quadro(request, rilevata)


def _casella(
    request: HttpRequest,
    rilevata: ClasseRilevata,
    *,
    errori: Sequence[str] = (),
    violazioni: Sequence[Violazione] = (),
) -> HttpResponse:
    """The drawer again and, where the act was done, the pieces of the page that it changed."""
    di = request.POST.get("di", "")
    contesto = contesto_perche(request, rilevata, di)
    rifiutato = bool(errori or violazioni)
    contesto |= {"errori": errori, "violazioni": violazioni}
    if rifiutato:
        contesto |= {
            "scelto": request.POST.get("livello", ""),
            "motivo": request.POST.get("motivo", ""),
        }
    elif request.htmx:
        contesto |= contesto_quadro(request, rilevata)
        contesto |= {"fuori_banda": True, "caselle": [contesto["quadro"].tabella.casella(di)]}
    return render(request, "competenze/perche.html", contesto, status=422 if rifiutato else 200)


@require_http_methods(["GET", "POST"])
@coordinata
def congela(request: HttpRequest, rilevata: ClasseRilevata) -> HttpResponse:
    """What freezing will do, read and ticked; with a POST, it is done."""
    if request.method == "GET":
        return _conferma(request, rilevata)
    form = ClasseCongelaForm(request.POST)
    if not form.is_valid():
        return _conferma(request, rilevata, errori=form.errors["riletto"])
    try:
        servizi.congela_classe(
            autore=request.contesto, adesso=request.contesto.adesso, rilevata_id=rilevata.pk
        )
    except AttoRifiutato as rifiuto:
        return _conferma(request, rilevata, violazioni=rifiuto.violazioni)
    messages.success(request, f"La {rilevata.classe} è congelata: la proposta va allo scrutinio.")
    return torna_al_quadro(request, rilevata)


def _conferma(
    request: HttpRequest,
    rilevata: ClasseRilevata,
    *,
    errori: Sequence[str] = (),
    violazioni: Sequence[Violazione] = (),
) -> HttpResponse:
    quadro = lettura.quadro(rilevata, request.contesto.oggi)
    contesto = {
        "rilevata": rilevata,
        "quadro": quadro,
        "errori": errori,
        "violazioni": violazioni or quadro.impedimenti,
        "senza": [d for d in quadro.discipline if not d.completa],
    }
    stato = 422 if errori or violazioni else 200
    return render(request, "competenze/congela.html", contesto, status=stato)
