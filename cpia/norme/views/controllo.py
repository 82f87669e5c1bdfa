"""The checker: what does not agree in the regulations in force, with both sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.norme.access import LEGGONO_BOZZE
from cpia.norme.enums import TipoRilievo
from cpia.norme.queries import regolamenti as lettura
from cpia.norme.rules.rilievi import Rilievo
from cpia.norme.views.comuni import giorno_chiesto, stato
from cpia.scuola.esportazione import esporta

COLONNE = [
    "Rilievo", "Regola", "Che cosa", "Fonte della scuola", "Dice", "Altra fonte", "Altra dice",
    "Parole dell’altra fonte", "Da verificare",
]  # fmt: skip


@require_safe
def controllo(request: HttpRequest) -> HttpResponse:
    """The findings on a day, by kind; nothing is repaired."""
    contesto = request.contesto
    contesto.esige(*LEGGONO_BOZZE)
    giorno, form = giorno_chiesto(request)
    trovati = lettura.rilievi(contesto.istituto.pk, giorno)
    if file := esporta(
        request,
        nome="rilievi-regolamenti",
        titolo="Rilievi",
        intestazione=COLONNE,
        righe=(_riga(rilievo) for rilievo in trovati),
    ):
        return file
    gruppi = [(tipo, [r for r in trovati if r.tipo is tipo]) for tipo in TipoRilievo]
    dati = {
        "giorno": giorno,
        "form": form,
        "gruppi": [(tipo, rilievi) for tipo, rilievi in gruppi if rilievi],
        "quanti": len(trovati),
    }
    return render(request, "norme/controllo.html", dati, status=stato(form))


def _riga(rilievo: Rilievo) -> tuple[str, ...]:
    qui, altra = rilievo.prima, rilievo.seconda
    return (
        rilievo.tipo.etichetta, rilievo.etichetta, rilievo.testo, qui.citazione, qui.dice,
        altra.citazione if altra else "", altra.dice if altra else "",
        altra.parole if altra else "", "no" if rilievo.certo else "sì",
    )  # fmt: skip
