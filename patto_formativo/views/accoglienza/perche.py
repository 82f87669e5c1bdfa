"""Why a person is where they are: the reasons of phases, hours, papers, attendance."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from patto_formativo.access import accoglienza as access
from patto_formativo.models import Corsista
from patto_formativo.queries import scheda as queries
from patto_formativo.queries.elenchi import GUARDANO
from patto_formativo.queries.scheda import Scheda


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """The reason of what ``di`` names; 404 for what has none, or is not for this reader."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_da_guardare(contesto, pk)
    if trovato.vesti.isdisjoint(GUARDANO):
        raise Http404
    titolo, motivi = _ragione(contesto, trovato, request.GET.get("di", "prossimo"))
    dati = {"corsista": trovato, "titolo": titolo, "motivi": motivi}
    return render(request, "patto/accoglienza/perche.html", dati)


def _ragione(contesto: Contesto, trovato: Corsista, di: str) -> tuple[str, list[Motivo]]:
    if di == "soggiorno":
        return "Perché il titolo di soggiorno è così?", [_soggiorno(contesto, trovato)]
    di_lui = queries.scheda(contesto, trovato)
    titolo, motivi = _ragioni(di_lui).get(di, ("", []))
    trovati = [motivo for motivo in motivi if motivo is not None]
    if not trovati:
        raise Http404
    return titolo, trovati


def _ragioni(di_lui: Scheda) -> dict[str, tuple[str, Iterable[Motivo | None]]]:
    """What can be asked, with its title."""
    riga, frequenza = di_lui.riga, di_lui.frequenza
    giudizio = frequenza.giudizio.perche if frequenza.giudizio else ()
    fasi = {
        vista.tappa.prevista.fase.value: (
            f"Perché la fase {vista.numero} è a questo punto?", [vista.tappa.perche]
        )
        for vista in di_lui.tappe
    }  # fmt: skip
    return {
        "prossimo": ("Perché adesso tocca a questo?", [riga.prossimo.perche, riga.fermo]),
        "fermo": ("Perché risulta fermo?", [riga.fermo]),
        "ore": ("Perché si contano queste ore?", riga.accoglienza.perche),
        "ore_in_piu": ("Perché ci sono ore in più?", [di_lui.ore_in_piu]),
        "italiano": ("Perché serve un aiuto con l’italiano?", [di_lui.consiglio]),
        "frequenza": ("Perché questa frequenza?", [*giudizio, frequenza.rischio]),
        **fasi,
    }


def _soggiorno(contesto: Contesto, trovato: Corsista) -> Motivo:
    if trovato.vesti.isdisjoint(access.VEDONO_SOGGIORNO):
        raise Http404
    return queries.soggiorno(contesto, trovato).perche
