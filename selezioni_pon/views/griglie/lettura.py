"""The grids of the school, and one of them with what the check found and its preview."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from selezioni_pon.access import griglie as access
from selezioni_pon.access.base import prepara
from selezioni_pon.models import Griglia
from selezioni_pon.queries import griglie as lette
from selezioni_pon.queries.foglio import foglio, righe_di
from selezioni_pon.queries.prova import provata
from selezioni_pon.queries.visibili import griglie as visibili
from selezioni_pon.views.comuni import mostra
from selezioni_pon.views.griglie.comuni import alla_griglia

DELLE_GRIGLIE = ("Griglia", "Da quale atto", "Stato", "Avvisi", "Cambiata il", "Da chi")
INTESTAZIONE = (
    "Sezione", "Titolo della sezione", "Massimo della sezione", "Voce", "Che cosa si valuta",
    "Come dà punti", "Punti", "Al più", "Chi lo dice", "Quando conta", "Rilievi",
)  # fmt: skip


@require_safe
def griglie(request: HttpRequest) -> HttpResponse:
    """The grids of the school, those withdrawn last."""
    prepara(request.contesto)
    trovate = lette.elenco(visibili(request.contesto))
    file = esporta(
        request, nome="griglie", titolo="Griglie di valutazione", intestazione=DELLE_GRIGLIE,
        righe=(
            [g.titolo, g.fonte, stato_di(g), g.quanti_avvisi, g.modificata_il, g.modificata_da]
            for g in trovate
        ),
    )  # fmt: skip
    return file or mostra(request, "griglie/elenco", {"griglie": trovate})


@require_safe
def griglia(request: HttpRequest, pk: int) -> HttpResponse:
    """One grid: sections, items, findings at their place; beside it the form that it makes."""
    riga = access.griglia(request.contesto, pk)
    letto = foglio(lette.griglia_scritta(riga))
    dati = {
        "griglia": riga,
        "foglio": letto,
        "provata": provata(letto, {}),
        "scrive": riga.chiusa_il is None and riga.ritirata_il is None,
        "usata": lette.usata(riga),
    }
    return mostra(request, "griglie/scheda", dati)


@require_safe
def griglia_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The items of a grid as a file; its page where the address asks for none."""
    riga = access.griglia(request.contesto, pk)
    file = esporta(
        request, nome="griglia", titolo="Griglia di valutazione", intestazione=INTESTAZIONE,
        righe=righe_di(foglio(lette.griglia_scritta(riga))),
    )  # fmt: skip
    return file or alla_griglia(request, riga)


def stato_di(riga: Griglia) -> str:
    """How a grid stands, in a word."""
    if riga.ritirata_il is not None:
        return "ritirata"
    return "si può cambiare" if riga.chiusa_il is None else "usata, non si cambia"
