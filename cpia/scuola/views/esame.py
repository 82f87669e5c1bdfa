"""One import: the preview of its file, what it did, its sheets."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cpia.scuola.fogli import foglio_csv
from cpia.scuola.importazione import access, anteprima, queries
from cpia.scuola.importazione.rules.proposte import Proposta, Stato, conteggi
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.models import Importazione
from cpia.scuola.services import esiti
from cpia.scuola.services import importazioni as servizi
from cpia.scuola.views.comuni import NOMI, da_guardare, esito, verso


@require_safe
def importazione(request: HttpRequest, pk: int) -> HttpResponse:
    """The preview of a loaded file, how far a long one is, or what an import has done."""
    trovata = access.importazione(request.contesto, pk)
    if lavoro := queries.lavoro_in_corso(trovata):
        return render(
            request,
            "scuola/importazione_in_corso.html",
            {"importazione": trovata, "nome": NOMI[trovata.tipo], "lavoro": lavoro},
        )
    if da_guardare(trovata):
        return mostra_anteprima(request, trovata)
    return mostra_esito(request, trovata)


def mostra_anteprima(
    request: HttpRequest, importazione: Importazione, rifiuti: Sequence[str] = ()
) -> HttpResponse:
    tipo = Tipo(importazione.tipo)
    if TRACCIATI[tipo].mancanti(set(importazione.mappa["colonne"])):
        return verso(request, "importazione_colonne", importazione.pk)
    proposte, archivio = servizi.esamina(importazione, request.contesto.adesso)
    quante = conteggi(proposte)
    pagina = _pagina(request, proposte)
    usate = set(importazione.mappa["colonne"].values())
    return render(
        request,
        "scuola/importazione.html",
        {
            "importazione": importazione,
            "nome": NOMI[tipo],
            "quante": quante,
            "da_fare": quante[Stato.NUOVO] + quante[Stato.MODIFICATO],
            "errate": quante[Stato.ERRATO],
            "filtri": _filtri(request, importazione, quante),
            "pagina": pagina,
            "righe": anteprima.righe_mostrate(pagina.object_list, tipo),
            "discipline": servizi.discipline_da_aggiungere(importazione, archivio),
            "non_usate": [
                nome
                for posto, nome in enumerate(importazione.mappa["intestazione"])
                if nome and posto not in usate
            ],
            "rifiuti": rifiuti,
            "ricordata": _ricordata(importazione),
            "lavoro": queries.lavoro(importazione),
        },
        status=422 if rifiuti else 200,
    )


def _ricordata(importazione: Importazione) -> dict[str, Any] | None:
    """Of which file, and of which day, the columns are."""
    ricordo = importazione.mappa.get("ricordata")
    return ricordo and ricordo | {"il": date.fromisoformat(ricordo["il"])}


def _pagina(request: HttpRequest, proposte: list[Proposta]) -> Page[Proposta]:
    stato = request.GET.get("stato", "")
    scelte = [p for p in proposte if p.stato == stato] if stato in set(Stato) else proposte
    return Paginator(scelte, anteprima.RIGHE_PER_PAGINA).get_page(request.GET.get("pagina"))


def _filtri(
    request: HttpRequest, importazione: Importazione, quante: dict[str, int]
) -> list[dict[str, Any]]:
    base = reverse("importazione", args=[request.contesto.istituto.slug, importazione.pk])
    scelto = request.GET.get("stato", "")
    voci = [{"testo": "Tutte", "numero": sum(quante.values()), "url": base, "attiva": not scelto}]
    return voci + [
        {
            "testo": anteprima.STATI[stato][2],
            "numero": quante[stato],
            "url": f"{base}?stato={stato}",
            "attiva": scelto == stato,
        }
        for stato in Stato
        if quante[stato]
    ]


def mostra_esito(
    request: HttpRequest, importazione: Importazione, rifiuti: Sequence[str] = ()
) -> HttpResponse:
    return render(
        request,
        "scuola/importazione_fatta.html",
        {
            "importazione": importazione,
            "nome": NOMI.get(importazione.tipo, importazione.tipo),
            "esito": esito(importazione, con_righe=bool(importazione.righe)),
            "effetti": esiti.effetti_in_parole(importazione),
            "rifiuti": rifiuti,
            "lavoro": queries.lavoro(importazione),
        },
        status=409 if rifiuti else 200,
    )


@require_safe
def errate(request: HttpRequest, pk: int) -> HttpResponse:
    """The wrong rows as a CSV, each with what is to be corrected."""
    trovata = access.importazione(request.contesto, pk)
    if not da_guardare(trovata):
        return verso(request, "importazione", pk)
    proposte, _ = servizi.esamina(trovata, request.contesto.adesso)
    celle = {numero: celle for numero, *celle in trovata.righe}
    righe = anteprima.foglio_errate(
        proposte, celle, trovata.mappa["intestazione"], Tipo(trovata.tipo)
    )
    return _csv(righe, f"righe-errate-{pk}.csv")


@require_safe
def modello(request: HttpRequest, tipo: str) -> HttpResponse:
    """An empty file with the columns of a kind and a row of example."""
    access.esige_importazione(request.contesto)
    return _csv(anteprima.modello(Tipo(tipo)), f"modello-{tipo}.csv")


def _csv(righe: Sequence[Sequence[Any]], nome: str) -> HttpResponse:
    return HttpResponse(
        foglio_csv(righe),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{nome}"'},
    )
