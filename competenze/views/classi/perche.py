"""The reasons: of a level, of the deadline; and who did what to a cell."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from competenze.enums import StatoClasse
from competenze.forms.prova import ProvaRegoleForm
from competenze.models import ClasseRilevata
from competenze.queries import quadro as lettura
from competenze.queries.quadro.perche import Spiegazione
from competenze.queries.quadro.prova import prova_regole
from competenze.queries.quadro.storia import storia_della_casella
from competenze.queries.regole import calendario, regole
from competenze.rules.scadenze import termine
from competenze.views.classi.quadro import consultabile, vista_scelta
from cpia.norme.queries.indirizzi import indirizzo_parametro
from cpia.norme.rules.motivi import Motivo

PARAMETRI = {
    "mezzo_in_su": "competenze.mezzo",
    "mezzo_in_giu": "competenze.mezzo",
    "minimo_valutazioni": "competenze.minimo_valutazioni",
}
PROVATI = ("prova_scuola", "prova_mezzo", "prova_minimo")


def _rilevata(request: HttpRequest, pk: int) -> ClasseRilevata:
    rilevata = consultabile(request, pk)
    if rilevata is None:
        raise Http404
    return rilevata


@require_GET
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why a student has that level: fragment of the drawer, or page."""
    rilevata = _rilevata(request, pk)
    contesto = contesto_perche(request, rilevata, request.GET.get("di", ""))
    stato = 422 if contesto["prova_form"].errors else 200
    return render(request, "competenze/perche.html", contesto, status=stato)


def contesto_perche(request: HttpRequest, rilevata: ClasseRilevata, di: str) -> dict[str, Any]:
    """What the template of a reason is given; 404 for a cell that the class does not have."""
    chiave = lettura.leggi_chiave(rilevata, di)
    spiegata = chiave and lettura.spiegazione(rilevata, request.contesto.oggi, chiave)
    if not spiegata:
        raise Http404
    coordina = rilevata.classe_id in request.contesto.classi_coordinate
    return {
        "rilevata": rilevata,
        "perche": spiegata,
        "testi": _testi(request, rilevata, spiegata),
        **_prova(request, rilevata, spiegata),
        "vista": vista_scelta(request),
        "puo_decidere": coordina and rilevata.stato == StatoClasse.APERTA,
        "puo_deliberare": coordina and rilevata.stato == StatoClasse.CONGELATA,
    }


def _testi(
    request: HttpRequest, rilevata: ClasseRilevata, spiegata: Spiegazione
) -> list[tuple[Motivo, str]]:
    """Each reason with the address of the words of its parameter, if it has one."""
    slug, giorno = request.contesto.istituto.slug, rilevata.rilevazione.inserimento_dal
    chiavi = [(motivo, PARAMETRI.get(motivo.regola)) for motivo in spiegata.regole]
    return [
        (m, indirizzo_parametro(slug, chiave, giorno) if chiave else "") for m, chiave in chiavi
    ]


def _prova(request: HttpRequest, rilevata: ClasseRilevata, spiegata: Spiegazione) -> dict[str, Any]:
    """The trial that the address asks for: other rules on the same numbers."""
    chiesta = any(request.GET.get(nome) for nome in PROVATI)
    form = ProvaRegoleForm(request.GET if chiesta else None)
    regole = form.regole
    giorno = rilevata.rilevazione.inserimento_dal
    esito = prova_regole(spiegata, regole, giorno) if regole else None
    return {"prova_form": form, "prova": esito}


@require_GET
def storia(request: HttpRequest, pk: int) -> HttpResponse:
    """Who did what to a cell, from the register of operations."""
    rilevata = _rilevata(request, pk)
    di = request.GET.get("di", "")
    contesto = contesto_perche(request, rilevata, di)
    contesto["fatti"] = storia_della_casella(contesto["perche"])
    return render(request, "competenze/perche_storia.html", contesto)


@require_GET
def perche_termine(request: HttpRequest, pk: int) -> HttpResponse:
    """Why the levels must be in by that day."""
    rilevata = _rilevata(request, pk)
    giorni = calendario(rilevata, regole(rilevata.rilevazione))
    contesto = {"rilevata": rilevata, "calendario": giorni, "termine": termine(giorni)}
    return render(request, "competenze/perche_termine.html", contesto)
