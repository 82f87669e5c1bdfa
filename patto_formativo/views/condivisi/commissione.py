"""The Commission of the network: who sits, what waits, whether it has met."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.esportazione import esporta
from organi_collegiali.queries.cariche import prepara
from patto_formativo.access import commissione as access
from patto_formativo.queries import commissione as lettura
from patto_formativo.queries.commissione import Commissione, Membro
from patto_formativo.rules.commissione import perche_composta, perche_decade

COLONNE = ["Cognome e nome", "Scuola", "Percorsi", "Carica", "Dal", "Al"]
TITOLI = {
    "composizione": "Chi siede nella Commissione",
    "elenco": "L’elenco dei componenti",
    "plenarie": "Le sedute plenarie",
    "incarico": "Quanto dura l’incarico",
}


@require_safe
def commissione(request: HttpRequest) -> HttpResponse:
    """Members by school, sections with what waits, plenary sittings, registers."""
    contesto = request.contesto
    access.guarda(contesto)
    letta = lettura.commissione(contesto)
    if file := esporta(
        request, nome="commissione", titolo="Commissione", intestazione=COLONNE,
        righe=_come_file(letta.membri), personale=True,
    ):  # fmt: skip
        return file
    dati = {"commissione": letta, "cura": prepara(contesto)}
    return render(request, "patto/commissione/commissione.html", dati)


def _come_file(membri: Iterable[Membro]) -> Iterable[Sequence[Any]]:
    for membro in membri:
        mandato = membro.mandato
        yield (
            mandato.persona, membro.scuola, ", ".join(membro.percorsi),
            mandato.get_carica_display(), mandato.dal, mandato.al,
        )  # fmt: skip


@require_safe
def perche(request: HttpRequest) -> HttpResponse:
    """One reason, named by ``di``."""
    access.guarda(request.contesto)
    di = request.GET.get("di", "composizione")
    if di not in TITOLI:
        raise Http404
    motivi = _motivi(di, lettura.commissione(request.contesto))
    dati = {"titolo_del_perche": TITOLI[di], "motivi": motivi}
    return render(request, "patto/commissione/perche.html", dati)


def _motivi(di: str, letta: Commissione) -> Sequence[Motivo]:
    if di == "elenco":
        return letta.elenco.motivi
    if di == "plenarie":
        return letta.plenarie.motivi
    if di == "incarico":
        detti = [m.incarico.motivi[0] for m in letta.membri if not m.incarico.vale]
        return [*dict.fromkeys(detti), perche_decade()]
    return [perche_composta()]
