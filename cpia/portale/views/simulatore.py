"""The Simulatore: what the rules would answer, without touching what is recorded."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import urlencode

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.pagina.descrizione import Modulo
from cpia.portale.calcolo.pagina.moduli import MODULI
from cpia.portale.calcolo.pagina.risposte import tabelle
from cpia.portale.calcolo.registro import calcola, rispondi
from cpia.portale.forms import RichiestaForm, Tabella, con_altre_righe, prima_scelta

Pagina = dict[str, Any]


def simulatore(request: HttpRequest) -> HttpResponse:
    """A form or JSON in, the answer with its reasons out, for every kind of the registry.

    Nothing is read from the institute and nothing is written; the answers are those of
    ``manage.py calcola``.
    """
    tipo = request.GET.get("calcolo") or next(iter(MODULI))
    if tipo not in MODULI:
        raise Http404
    modulo, scelta = _scelto(MODULI[tipo], request.GET)
    if request.method == "POST" and "richiesta" in request.POST:
        pagina = _da_json(tipo, modulo, request.POST)
    elif request.method == "POST":
        pagina = _dal_modulo(tipo, modulo, request.POST)
    else:
        pagina = {"tabella": Tabella(modulo), "json": RichiestaForm()}
    pagina |= {"tipo": tipo, "modulo": modulo, "schede": _schede(tipo)}
    pagina |= _da_dove(tipo, scelta)
    pagina["esempio"] = json.dumps(modulo.esempio, ensure_ascii=False, indent=1)
    stato_http = 422 if pagina.get("errori") else 200
    return render(request, "portale/simulatore.html", pagina, status=stato_http)


def _scelto(modulo: Modulo, dati: QueryDict) -> tuple[Modulo, str]:
    """The form that follows from a first choice, where the kind wants one and it was made."""
    if modulo.varianti is None:
        return modulo, ""
    scelta = dati.get(modulo.varianti.scelta.chiave, "")
    if not scelta:
        return modulo, ""
    if scelta not in dict(modulo.varianti.scelta.scelte):
        raise Http404
    return modulo.varianti.modulo(scelta), scelta


def _da_dove(tipo: str, scelta: str) -> Pagina:
    """The address of this very form, and the choice that leads to another."""
    varianti = MODULI[tipo].varianti
    if varianti is None:
        return {"indirizzo": f"?calcolo={tipo}"}
    scelte = {"calcolo": tipo} | ({varianti.scelta.chiave: scelta} if scelta else {})
    return {"indirizzo": f"?{urlencode(scelte)}", "prima": prima_scelta(varianti, scelta)}


def _schede(scelto: str) -> list[dict[str, object]]:
    return [
        {"testo": modulo.titolo, "url": f"?calcolo={tipo}", "attiva": tipo == scelto}
        for tipo, modulo in MODULI.items()
    ]


def _da_json(tipo: str, modulo: Modulo, dati: QueryDict) -> Pagina:
    form = RichiestaForm(dati)
    pagina: Pagina = {"tabella": Tabella(modulo), "json": form}
    if not form.is_valid():
        return pagina | {"errori": True}
    try:
        risposta = calcola(tipo, form.cleaned_data["richiesta"].encode())
    except DatiErrati as errore:
        form.annota(errore.guasti)
        return pagina | {"errori": True}
    return pagina | _risposte(modulo, risposta)


def _dal_modulo(tipo: str, modulo: Modulo, dati: QueryDict) -> Pagina:
    if "altre" in dati and modulo.righe:
        return {"tabella": Tabella(modulo, con_altre_righe(dati)), "json": RichiestaForm()}
    tabella = Tabella(modulo, dati)
    pagina: Pagina = {"tabella": tabella, "json": RichiestaForm()}
    if not tabella.valida():
        return pagina | {"errori": True}
    try:
        risposta = rispondi(tipo, tabella.richiesta)
    except DatiErrati as errore:
        tabella.annota(errore.guasti)
        return pagina | {"errori": True}
    form = RichiestaForm(initial={"richiesta": tabella.json})
    return pagina | {"json": form} | _risposte(modulo, risposta)


def _risposte(modulo: Modulo, risposta: Any) -> Pagina:
    risposte = risposta if isinstance(risposta, list) else [risposta]
    return {"risposte": risposte, "mostrate": [tabelle(modulo, una) for una in risposte]}
