"""The agreements that two schools share: what came, what was sent."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from patto_formativo.access import condivisi as access
from patto_formativo.queries import condivisi as lettura
from patto_formativo.queries.condivisi import RigaCondivisa
from patto_formativo.rules.condivisione import perche_si_condivide

COLONNE = [
    "Persona", "Percorso", "Anno", "Con", "Da chi", "Mostrato il", "Esito", "Risposta del",
    "Verbale o delibera",
]  # fmt: skip


@require_safe
def condivisi(request: HttpRequest) -> HttpResponse:
    """Both lists, each for who has a part in it."""
    contesto = request.contesto
    access.elenco(contesto)
    arrivati, mandati = lettura.elenco(contesto)
    if file := esporta(
        request, nome="patti-condivisi", titolo="Patti condivisi", intestazione=COLONNE,
        righe=_come_file([*arrivati, *mandati]), personale=True,
    ):  # fmt: skip
        return file
    dati = {
        "arrivati": arrivati,
        "mandati": mandati,
        "risponde": lettura.riceve(contesto),
        "mostra": lettura.segue(contesto),
    }
    return render(request, "patto/condivisi/elenco.html", dati)


def _come_file(righe: Iterable[RigaCondivisa]) -> Iterable[Sequence[Any]]:
    for voce in righe:
        riga = voce.riga
        yield (
            riga.nominativo, voce.percorso, riga.contenuto.get("anno", ""), voce.con,
            "questa scuola" if voce.mia else "l’altra scuola", riga.condivisa_il,
            voce.esito.etichetta, riga.ratificata_il, riga.estremi,
        )  # fmt: skip


@require_safe
def perche(request: HttpRequest) -> HttpResponse:
    """Why two schools, who ratifies, why the other sees no more than this."""
    access.elenco(request.contesto)
    return render(request, "patto/condivisi/perche.html", {"motivi": perche_si_condivide()})
