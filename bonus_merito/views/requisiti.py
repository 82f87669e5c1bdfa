"""The preconditions: the list of the office, a form with the outcome beside, its reason."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bonus_merito.access import procedure as access
from bonus_merito.forms.requisiti import RequisitiForm, filtro_scelto, iniziali
from bonus_merito.models import Richiesta
from bonus_merito.queries import requisiti as lettura
from bonus_merito.queries.regole import regole_di
from bonus_merito.services.requisiti import PROPRI, leggi_requisiti, salva_requisiti
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta

METODI = ["GET", "HEAD", "POST"]
INTESTAZIONE = (
    "Cognome", "Nome", "Di ruolo", "Giorni di lavoro", "Assenze", "Di cui congedi",
    "Assenza, per cento", "Ultima sanzione", "Esito", "Controllato il",
)  # fmt: skip


@require_safe
def elenco(request: HttpRequest, pk: int) -> HttpResponse:
    """Who sent a request, with what was ascertained."""
    procedura = access.da_controllare(request.contesto, pk)
    tutti = lettura.controlli(procedura)
    filtro = filtro_scelto(request.GET.get("mostra", ""))
    scelti = lettura.scelti(tutti, filtro)
    file = esporta(
        request, nome="requisiti-bonus", titolo="Requisiti per il bonus",
        intestazione=INTESTAZIONE, righe=_righe(scelti), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    dati = {
        "procedura": procedura,
        "controlli": scelti,
        "filtri": _filtri(request, tutti, filtro),
        "quanti": len(tutti),
    }
    return render(request, "bonus/requisiti/elenco.html", dati)


def _righe(controlli: Iterable[lettura.Controllo]) -> Iterator[list[Any]]:
    for uno in controlli:
        chi, r = uno.richiesta.persona, uno.requisiti
        if r is None:
            yield [chi.cognome, chi.nome, *[None] * 6, uno.stato, None]
            continue
        yield [
            chi.cognome, chi.nome, r.di_ruolo, r.giorni_lavorativi, r.assenze, r.congedi,
            uno.assenza, r.sanzione_il, uno.stato, r.controllati_il,
        ]  # fmt: skip


def _filtri(
    request: HttpRequest, tutti: list[lettura.Controllo], scelto: lettura.Filtro
) -> list[dict[str, Any]]:
    return [
        {
            "testo": filtro.etichetta,
            "numero": len(lettura.scelti(tutti, filtro)),
            "url": f"{request.path}?mostra={filtro.value}" if filtro.value else request.path,
            "attiva": filtro is scelto,
        }
        for filtro in lettura.Filtro
    ]


@require_http_methods(METODI)
def persona(request: HttpRequest, pk: int) -> HttpResponse:
    """What the office ascertained of somebody, with the outcome while it is typed."""
    contesto = request.contesto
    richiesta = access.richiesta_da_controllare(contesto, pk)
    attuali = leggi_requisiti(autore=contesto, adesso=contesto.adesso, richiesta=richiesta)
    if request.method == "POST":
        form = RequisitiForm(request.POST)
    else:
        form = RequisitiForm(initial=iniziali(attuali))

    def atto() -> None:
        salva_requisiti(
            autore=contesto, adesso=contesto.adesso, richiesta_id=pk, dati=form.dati,
            versione=form.letta,
        )  # fmt: skip

    if compiuto(request, form, atto):
        return _dopo(request, richiesta)
    prova = form.in_prova(richiesta) if request.method == "POST" else attuali
    regole = regole_di(richiesta.procedura).esclusioni
    dati = {
        "form": form,
        "richiesta": richiesta,
        "procedura": richiesta.procedura,
        "requisiti": attuali,
        "controllo": lettura.controllo(richiesta, prova, regole) if prova else None,
        "propri": PROPRI if richiesta.persona_id == contesto.persona.pk else "",
    }
    return mostra(request, "requisiti/persona", dati)


def _dopo(request: HttpRequest, richiesta: Richiesta) -> HttpResponse:
    """On to who comes next among those nobody looked at, when one asked for it."""
    if "poi" in request.POST:
        tutti = lettura.controlli(richiesta.procedura)
        # The own are of somebody else to look at.
        chi = request.contesto.persona.pk
        tutti = [uno for uno in tutti if uno.richiesta.persona_id != chi]
        altro = lettura.prossimo_da_controllare(tutti, richiesta.pk)
        if altro is not None:
            testo = "Registrato. Questa è la persona che viene dopo."
            return fatto(request, testo, "requisiti_persona", altro.richiesta.pk)
    return fatto(request, "I requisiti sono registrati.", "requisiti", richiesta.procedura_id)


@require_POST
def prova(request: HttpRequest, pk: int) -> HttpResponse:
    """The outcome of what is typed: nothing is written, and no address carries the days."""
    richiesta = access.richiesta_da_controllare(request.contesto, pk)
    if not request.htmx:
        return redirect("bonus:requisiti_persona", request.contesto.istituto.slug, pk)
    form = RequisitiForm(request.POST)
    in_prova = form.in_prova(richiesta)
    regole = regole_di(richiesta.procedura).esclusioni
    dati = {
        "richiesta": richiesta,
        "in_prova": True,
        "controllo": lettura.controllo(richiesta, in_prova, regole) if in_prova else None,
    }
    return render(request, "bonus/requisiti/_esito.html", dati)


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why somebody is out, or is not."""
    contesto = request.contesto
    richiesta = access.richiesta_da_controllare(contesto, pk)
    trovati = leggi_requisiti(autore=contesto, adesso=contesto.adesso, richiesta=richiesta)
    if trovati is None:
        raise Http404
    regole = regole_di(richiesta.procedura).esclusioni
    dati = {
        "richiesta": richiesta,
        "procedura": richiesta.procedura,
        "requisiti": trovati,
        "regole": regole,
        "controllo": lettura.controllo(richiesta, trovati, regole),
    }
    return render(request, "bonus/requisiti/perche.html", dati)
