"""Two regulations side by side: versions of the school, the school itself, a shipped profile."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.norme.access import legge_bozze, regolamento_leggibile
from cpia.norme.forms.pagine import ConfrontoForm
from cpia.norme.queries import confronto as lettura
from cpia.norme.queries.regolamenti import regolamenti
from cpia.norme.rules.confronto import Detto, confronta
from cpia.norme.views.comuni import STATO_ERRATO
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta

SCUOLA = "scuola"
PROFILO = "profilo:"
VERSIONE = "versione:"


@require_safe
def confronto(request: HttpRequest) -> HttpResponse:
    """Equal, different, only on one side; asked by the address, so that it can be sent around."""
    contesto = request.contesto
    scelte = _lati(contesto)
    chiesto = "primo" in request.GET or "secondo" in request.GET
    dati = request.GET if chiesto else None
    form = ConfrontoForm(dati, lati=scelte, initial={"primo": SCUOLA, "secondo": _altra(contesto)})
    if not chiesto or not form.is_valid():
        pagina = {"form": form, "righe": None}
        stato = STATO_ERRATO if chiesto else 200
        return render(request, "norme/confronto.html", pagina, status=stato)
    return _confrontati(request, form, dict(_piatti(scelte)))


def _confrontati(request: HttpRequest, form: ConfrontoForm, nomi: dict[str, str]) -> HttpResponse:
    primo, secondo = form.cleaned_data["primo"], form.cleaned_data["secondo"]
    righe = confronta(_detti(request.contesto, primo), _detti(request.contesto, secondo))
    diverse = [riga for riga in righe if not riga.uguale]
    mostrate = diverse if form.cleaned_data["differenze"] else righe
    if file := esporta(
        request,
        nome="confronto-regolamenti",
        titolo="Confronto",
        intestazione=["Tema", "Regola", "Esito", nomi[primo], nomi[secondo]],
        righe=(_per_foglio(riga) for riga in mostrate),
    ):
        return file
    pagina = {
        "form": form,
        "righe": mostrate,
        "gruppi": [(t, list(r)) for t, r in groupby(mostrate, key=lambda riga: riga.tema)],
        "nomi": (nomi[primo], nomi[secondo]),
        "uguali": len(righe) - len(diverse),
        "diverse": len(diverse),
    }
    return render(request, "norme/confronto.html", pagina)


def _per_foglio(riga: Any) -> tuple[str, ...]:
    primo, secondo = (detto.in_parole if detto else "" for detto in (riga.primo, riga.secondo))
    return riga.tema, riga.etichetta, riga.esito.etichetta, primo, secondo


def _lati(contesto: Contesto) -> list[Any]:
    """What can be put on a side: this school today, its versions, the five public profiles."""
    istituto = contesto.istituto
    proprie = list(regolamenti(istituto.pk, bozze=False))
    proprie += regolamenti(istituto.pk, bozze=True) if legge_bozze(contesto) else []
    versioni = [(f"{VERSIONE}{riga.pk}", _nome(riga)) for riga in proprie]
    profili = [(f"{PROFILO}{slug}", nome) for slug, nome in lettura.scuole_spedite()]
    return [
        (SCUOLA, f"{istituto.denominazione_breve}: le regole di oggi"),
        ("Una versione", versioni),
        ("Scuole di confronto", profili),
    ]


def _nome(riga: Any) -> str:
    return f"{riga.titolo}, {'bozza' if riga.bozza else f'dal {riga.dal:%d/%m/%Y}'}"


def _piatti(scelte: list[Any]) -> list[tuple[str, str]]:
    piatti: list[tuple[str, str]] = []
    for valore, nome in scelte:
        piatti += nome if isinstance(nome, list) else [(valore, nome)]
    return piatti


def _altra(contesto: Contesto) -> str:
    """The first shipped school that is not this one."""
    altre = (slug for slug, _ in lettura.scuole_spedite() if slug != contesto.istituto.slug)
    return f"{PROFILO}{next(altre)}"


def _detti(contesto: Contesto, lato: str) -> list[Detto]:
    oggi: date = contesto.oggi
    if lato == SCUOLA:
        return lettura.detti_della_scuola(contesto.istituto.pk, oggi)
    if lato.startswith(PROFILO):
        return lettura.detti_del_profilo(lato.removeprefix(PROFILO), oggi)
    versione = regolamento_leggibile(contesto, int(lato.removeprefix(VERSIONE)))
    return lettura.detti_del_regolamento(versione)
