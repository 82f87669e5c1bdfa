"""The history of one object, and the whole register for who answers for it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cpia.atti.models import Operazione
from cpia.atti.queries import storia as operazioni_di
from cpia.atti.registro import access, queries
from cpia.atti.registro.forms import RegistroForm
from cpia.atti.services import verifica_registro
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta

PER_PAGINA = 50
# A file holds the latest lines: more of them does not fit a sheet that somebody reads.
RIGHE_NEL_FILE = 20_000
INTESTAZIONE = ("Quando", "Chi", "In quale ruolo", "Che cosa")


@never_cache
@require_safe
def storia(request: HttpRequest, tipo: str, pk: int) -> HttpResponse:
    """What was done to one object, the latest first, for who may see it."""
    contesto: Contesto = request.contesto
    nome = access.nome_della_storia(contesto, tipo, pk)
    tutte = operazioni_di(contesto.istituto.pk, tipo, pk)
    file = esporta(
        request,
        nome="storia",
        titolo="Storia",
        intestazione=(*INTESTAZIONE, "Dettagli"),
        righe=_per_il_file(contesto, tutte, con_dati=True),
        personale=True,
    )
    return file or render(
        request,
        "atti/storia.html",
        {
            "nome": nome,
            "cosa": queries.nome_del_tipo(tipo),
            **_una_pagina(request, tutte, con_dati=True),
        },
    )


@never_cache
@require_safe
def registro(request: HttpRequest) -> HttpResponse:
    """All the lines of the institute, without what they say, and the state of their seals."""
    contesto: Contesto = request.contesto
    contesto.esige(*access.LEGGONO_IL_REGISTRO)
    form = RegistroForm(request.GET or None)
    trovate = queries.operazioni(contesto.istituto.pk, form.filtri)
    file = esporta(
        request,
        nome="registro-operazioni",
        titolo="Registro operazioni",
        intestazione=(*INTESTAZIONE, "Oggetto", "Numero dell’oggetto"),
        righe=_per_il_file(contesto, trovate, con_dati=False),
        personale=True,
    )
    return file or render(
        request,
        "atti/registro.html",
        {
            "form": form,
            "catena": queries.catena(contesto.istituto.pk),
            **_verifica(request),
            **_una_pagina(request, trovate, con_dati=False),
        },
        status=422 if form.errors else 200,
    )


@never_cache
@require_safe
def riga(request: HttpRequest, pk: int) -> HttpResponse:
    """One line with its seal; what it says, for who may see the object it is about."""
    contesto: Contesto = request.contesto
    trovata = access.riga_del_registro(contesto, pk)
    vede = access.puo_vedere(contesto, trovata.oggetto_tipo, trovata.oggetto_id)
    [detta] = queries.righe(contesto.istituto.pk, [trovata], con_dati=vede)
    dati = {
        "riga": detta,
        "vede": vede,
        "cosa": queries.nome_del_tipo(trovata.oggetto_tipo),
        "sigillo": getattr(trovata, "sigillo", None),
    }
    return render(request, "atti/registro_riga.html", dati)


def _una_pagina(
    request: HttpRequest, tutte: QuerySet[Operazione], *, con_dati: bool
) -> dict[str, Any]:
    pagina: Page[Operazione] = Paginator(tutte, PER_PAGINA).get_page(request.GET.get("pagina"))
    istituto_id = request.contesto.istituto.pk
    lette = queries.righe(istituto_id, pagina.object_list, con_dati=con_dati)
    return {"pagina": pagina, "righe": lette}


def _verifica(request: HttpRequest) -> dict[str, Any]:
    """Every seal computed again, only when it is asked for: it reads the whole register."""
    if request.GET.get("verifica") != "si":
        return {}
    istituto_id = request.contesto.istituto.pk
    rottura = verifica_registro(istituto_id=istituto_id)
    if rottura is None:
        return {"verificato": True}
    return {
        "verificato": True,
        "rottura": rottura,
        "riga_rotta": queries.riga_sigillata(istituto_id, rottura.posizione),
    }


def _per_il_file(
    contesto: Contesto, operazioni: QuerySet[Operazione], *, con_dati: bool
) -> Iterator[Iterable[Any]]:
    prime = operazioni[:RIGHE_NEL_FILE]
    for riga in queries.righe(contesto.istituto.pk, prime, con_dati=con_dati):
        operazione = riga.operazione
        comune = (operazione.compiuta_il, riga.chi, riga.ruoli, riga.atto)
        if con_dati:
            yield (*comune, "; ".join(map(str, riga.voci)))
        else:
            yield (*comune, queries.nome_del_tipo(operazione.oggetto_tipo), operazione.oggetto_id)
