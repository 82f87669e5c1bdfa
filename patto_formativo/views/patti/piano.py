"""The plan of a draft: written unit by unit, judged while one writes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cpia.norme.errori import AttoRifiutato, Conflitto
from patto_formativo.access import patti as access
from patto_formativo.enums import Percorso, StatoPatto
from patto_formativo.forms.piano import PianoForm, RigaDelPiano
from patto_formativo.models import Corsista, Versione
from patto_formativo.queries.patti import ultima_versione
from patto_formativo.queries.patti.pagina import Quadro, assi_di, quadro_di, restano
from patto_formativo.queries.patti.piano import programma
from patto_formativo.queries.visibili import Veste
from patto_formativo.services import patti as servizi
from patto_formativo.views.patti.comuni import pagina

PAGINA, ESITO = "patto/patti/piano.html", "patto/patti/_piano_esito.html"


@require_safe
def piano(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan of the last version."""
    return _mostra(request, access.piano(request.contesto, pk))


@require_http_methods(["POST", "PATCH"])
def salva(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the plan: PATCH keeps each change, POST is the same without scripts."""
    corsista = access.piano_da_scrivere(request.contesto, pk)
    versione = ultima_versione(corsista)
    if versione is None:
        return redirect(pagina(request, "piano", corsista))
    versione.patto.corsista = corsista
    dati = request.POST if request.method == "POST" else QueryDict(request.body)
    return _scrivi(request, versione, dati)


def _modulo(versione: Versione, quadro: Quadro, dati: Any = None) -> PianoForm:
    unita = programma(versione.patto.corsista)
    return PianoForm(dati, versione=versione, programma=unita, righe=quadro.unita)


def _mostra(
    request: HttpRequest, corsista: Corsista, form: PianoForm | None = None, **scena: Any
) -> HttpResponse:
    versione = ultima_versione(corsista, sezioni=access.sezioni_lette(request.contesto, corsista))
    stato = scena.pop("stato", 200)
    dati: dict[str, Any] = {
        "corsista": corsista,
        "versione": versione,
        "scrive": Veste.TUTOR in corsista.vesti,
        "sa_la_sede": access.sa_la_sede(corsista),
    }
    if versione is not None:
        versione.patto.corsista = corsista
        quadro = quadro_di(versione, request.contesto.oggi)
        form = form or _modulo(versione, quadro)
        dati |= {
            "quadro": quadro,
            "form": form,
            "righe": _righe(form, quadro),
            "assi": assi_di(Percorso(corsista.offerta.genere), quadro.misure),
            "si_scrive": dati["scrive"] and versione.stato == StatoPatto.BOZZA,
            "altre_richieste": versione.richieste.filter(risposta_il__isnull=True).count(),
        }
    return render(request, PAGINA, dati | scena, status=stato)


def _righe(form: PianoForm, quadro: Quadro) -> list[RigaDelPiano]:
    contro = quadro.per_unita
    return [
        RigaDelPiano(
            unita, form.campi_di(unita), restano(quadro.misure, unita), contro.get(unita.pk, [])
        )
        for unita in form.programma
    ]


def _scrivi(request: HttpRequest, versione: Versione, dati: QueryDict) -> HttpResponse:
    contesto = request.contesto
    form = _modulo(versione, quadro_di(versione, contesto.oggi), dati)
    if not form.is_valid():
        return _risposta(request, versione, form, 422)
    try:
        salvata = servizi.salva_piano(
            autore=contesto, adesso=contesto.adesso, versione_id=versione.pk, **form.dati
        )
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return _risposta(request, versione, form, 422)
    except Conflitto as conflitto:
        return _risposta(request, versione, form, 409, altrui=conflitto.attuale)
    if request.method == "POST":
        messages.success(request, "Il piano è registrato.")
        return redirect(pagina(request, "piano", versione.patto.corsista))
    salvata.patto.corsista = versione.patto.corsista
    return _risposta(request, salvata, form, 200, salvato=True)


def _risposta(
    request: HttpRequest, versione: Versione, form: PianoForm, stato: int, **scena: Any
) -> HttpResponse:
    """What was typed stays; beside it what is wrong, or what somebody else wrote meanwhile."""
    if request.method == "POST":
        scena["errori"] = list(form.errori())
        return _mostra(request, versione.patto.corsista, form, stato=stato, **scena)
    quadro = quadro_di(versione, request.contesto.oggi)
    dati = {
        "corsista": versione.patto.corsista,
        "versione": versione,
        "quadro": quadro,
        "righe": _righe(form, quadro),
        "errori": list(form.errori()),
    }
    return render(request, ESITO, dati | scena, status=stato)
