"""The board of a class: table, map, profiles; from which day it may be read."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from competenze import access
from competenze.models import ClasseRilevata
from competenze.queries import quadro as lettura
from competenze.queries.quadro.figure import INTERVALLI
from competenze.queries.quadro.tabella import Tabella
from cpia.scuola.enums import Ruolo
from cpia.scuola.esportazione import esporta

VISTE = {"livelli": "Livelli e medie", "mappa": "Mappa della classe", "profili": "Profili"}


@require_GET
def quadro(request: HttpRequest, pk: int) -> HttpResponse:
    """The class as it stands: who is missing, which level each student has and why."""
    rilevata = access.classe_consultabile(request.contesto, pk)
    if attesa := _attesa(request, rilevata):
        return render(request, "competenze/quadro_attesa.html", attesa)
    contesto = contesto_quadro(request, rilevata)
    if file := _file(request, rilevata, contesto["quadro"].tabella):
        return file
    return render(request, "competenze/quadro.html", contesto)


def _file(request: HttpRequest, rilevata: ClasseRilevata, tabella: Tabella) -> HttpResponse | None:
    """The table as a sheet: of each competence the level and beside it the mean."""
    nomi = [nome for c in tabella.colonne for nome in (c.nome, f"{c.nome}: media")]
    return esporta(
        request,
        nome="quadro-della-classe",
        titolo=f"{rilevata.classe}, quadro della classe",
        intestazione=["Numero", "Studente", *nomi],
        righe=_righe(tabella),
        personale=True,
    )


def _righe(tabella: Tabella) -> Iterator[list[Any]]:
    for riga in tabella.righe:
        celle = [(c.livello, c.media) if c else ("", "") for c in riga.caselle]
        yield [riga.numero, riga.studente, *(testo for cella in celle for testo in cella)]


def _attesa(request: HttpRequest, rilevata: ClasseRilevata) -> dict[str, Any]:
    """Whom the circular lets in only from a day on: everybody but who reads the whole institute."""
    if request.contesto.ha(*access.LEGGONO_TUTTO):
        return {}
    violazioni = lettura.non_ancora_consultabile(rilevata, request.contesto.oggi)
    return {"rilevata": rilevata, "violazioni": violazioni} if violazioni else {}


def coordinata(vista: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The act is given the class that the person coordinates, not before the consultation day.

    Until then it answers as the board does: neither its dialog nor its refusal shows any data.
    """

    @wraps(vista)
    def con_la_classe(request: HttpRequest, pk: int, **altri: int) -> HttpResponse:
        rilevata = access.classe_coordinata(request.contesto, pk)
        if attesa := _attesa(request, rilevata):
            stato = 422 if request.method == "POST" else 200
            return render(request, "competenze/quadro_attesa.html", attesa, status=stato)
        return vista(request, rilevata, **altri)

    return con_la_classe


def consultabile(request: HttpRequest, pk: int) -> ClasseRilevata | None:
    """The class if the person may read it today; None before the consultation day."""
    rilevata = access.classe_consultabile(request.contesto, pk)
    return None if _attesa(request, rilevata) else rilevata


def vista_scelta(request: HttpRequest) -> str:
    """How the person is looking at the class: one of VISTE."""
    vista = request.POST.get("vista") or request.GET.get("vista", "")
    return vista if vista in VISTE else "livelli"


def contesto_quadro(request: HttpRequest, rilevata: ClasseRilevata) -> dict[str, Any]:
    """What the templates of the board are given."""
    contesto = request.contesto
    vista = vista_scelta(request)
    return {
        "rilevata": rilevata,
        "quadro": lettura.quadro(rilevata, contesto.oggi),
        "coordina": rilevata.classe_id in contesto.classi_coordinate,
        "dirige": contesto.ha(Ruolo.DIRIGENTE),
        "intervalli": INTERVALLI,
        "vista": vista,
        "viste": [
            {"testo": testo, "url": f"?vista={nome}", "attiva": nome == vista}
            for nome, testo in VISTE.items()
        ],
    }
