"""After an application was sent: its receipt for an hour, then how far it is, its paper."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.scuola import orologio
from cpia.scuola.limite import oltre_il_limite
from cpia.scuola.middleware import pubblica, transazioni_sue
from cpia.scuola.riserbo import tieni_fuori_dai_log
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.access.iscrizioni import cpia
from patto_formativo.forms.iscrizioni_segui import SeguiForm
from patto_formativo.models import DomandaIscrizione
from patto_formativo.queries.iscrizioni.codici import codice_di
from patto_formativo.queries.iscrizioni.elenco import (
    carte_arrivate,
    domanda_della_ricevuta,
    domanda_seguita,
)
from patto_formativo.queries.iscrizioni.offerte import apertura_del
from patto_formativo.rules.ricevuta import ricevuta_aperta
from patto_formativo.services.iscrizioni import foglio_per_chi_segue
from patto_formativo.views.iscrizioni.comuni import foglio, pubblica_pagina

RICERCHE_AL_MINUTO = 10
FOGLI_AL_MINUTO = 6  # a page takes a second to print
SCONOSCIUTA = (
    "Nessuna domanda con questo codice e questa data di nascita: controlla la ricevuta, oppure "
    "chiedi alla segreteria."
)
GUASTO = "La domanda è al sicuro, ma adesso non si può stampare: chiedila alla segreteria."

tieni_fuori_dai_log("ricevuta")


@pubblica
@never_cache
@require_safe
def ricevuta(request: HttpRequest, chiave: str) -> HttpResponse:
    """The receipt: the code with which the application is followed; no name on it.

    It opens with its address alone only just after it was sent; later, and as soon as the office
    has acted, code and date of birth are asked.
    """
    cpia(request.istituto)
    codice = codice_di(request.istituto.pk, chiave)
    domanda = domanda_della_ricevuta(request.istituto, codice)
    if domanda is None:
        raise Http404
    if not ricevuta_aperta(domanda.stato, domanda.presentata_il, orologio.adesso()):
        return redirect("patto:segui", request.istituto.slug)
    dati = {"codice": codice, "chiave": chiave} | _della(domanda)
    return pubblica_pagina(request, "ricevuta", dati)


@pubblica
@never_cache
@require_safe
def ricevuta_pdf(request: HttpRequest, chiave: str) -> HttpResponse:
    """The application on paper, as long as its receipt opens."""
    cpia(request.istituto)
    codice = codice_di(request.istituto.pk, chiave)
    domanda = domanda_della_ricevuta(request.istituto, codice)
    if domanda is None:
        raise Http404
    if not ricevuta_aperta(domanda.stato, domanda.presentata_il, orologio.adesso()):
        return redirect("patto:segui", request.istituto.slug)
    return _pdf(request, domanda, codice)


@pubblica
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def segui(request: HttpRequest) -> HttpResponse:
    """How far an application is, for who has its code and knows the date of birth."""
    cpia(request.istituto)
    if request.method != "POST":
        return pubblica_pagina(request, "segui", {"form": SeguiForm()})
    if oltre_il_limite(request, "segui", RICERCHE_AL_MINUTO):
        return render(request, "429.html", status=429)
    form = SeguiForm(request.POST)
    domanda = _trovata(request, form)
    if domanda is None:
        return pubblica_pagina(request, "segui", {"form": form}, 422)
    return pubblica_pagina(request, "segui", {"form": form} | _della(domanda))


@transazioni_sue
@pubblica
@never_cache
@sensitive_post_parameters()
@require_POST
def segui_pdf(request: HttpRequest) -> HttpResponse:
    """The application on paper, for who has its code and knows the date of birth.

    Counted in a transaction of its own: who only looks does not wait for who prints.
    """
    with istituto_corrente(request.istituto.pk):
        cpia(request.istituto)
        troppe = oltre_il_limite(request, "segui", RICERCHE_AL_MINUTO)
    with istituto_corrente(request.istituto.pk):
        if troppe:
            return render(request, "429.html", status=429)
        form = SeguiForm(request.POST)
        domanda = _trovata(request, form)
        if domanda is None:
            return pubblica_pagina(request, "segui", {"form": form}, 422)
        return _pdf(request, domanda, form.cleaned_data["codice"].upper())


def _trovata(request: HttpRequest, form: SeguiForm) -> DomandaIscrizione | None:
    """The application of this code and this date; None with the reason in the form."""
    if not form.is_valid():
        return None
    dati = form.cleaned_data
    domanda = domanda_seguita(request.istituto, dati["codice"], dati["data_nascita"])
    if domanda is None:
        form.add_error(None, SCONOSCIUTA)
    return domanda


def _pdf(request: HttpRequest, domanda: DomandaIscrizione, codice: str) -> HttpResponse:
    if oltre_il_limite(request, "foglio", FOGLI_AL_MINUTO):
        return render(request, "429.html", status=429)
    try:
        pdf = foglio_per_chi_segue(adesso=orologio.adesso(), domanda=domanda, codice=codice)
    except AttoRifiutato:
        return pubblica_pagina(request, "segui", {"form": SeguiForm(), "guasto": GUASTO}, 422)
    return foglio(domanda, pdf)


def _della(domanda: DomandaIscrizione) -> dict[str, Any]:
    """The application, the papers that came with it, the fee of its year."""
    apertura = apertura_del(domanda.istituto_id, orologio.oggi())
    stesso_anno = apertura and apertura.anno_scolastico_id == domanda.anno_scolastico_id
    return {
        "domanda": domanda,
        "arrivate": carte_arrivate(domanda),
        "apertura": apertura if stesso_anno else None,
    }
