"""What is asked after the outcome: to present it, to see what waits, to answer."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from bonus_merito.access import atti as access
from bonus_merito.enums import StatoProcedura, TipoIstanza
from bonus_merito.forms.atti import IstanzaForm, RispostaForm
from bonus_merito.models import Procedura
from bonus_merito.queries.assegnazioni import accolti_di, istanze_di
from bonus_merito.queries.termini import fonte_risposta, giorni_accesso, termine_reclamo
from bonus_merito.services.atti import presenta_istanza, rispondi_istanza
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta

INTESTAZIONE = ("Chi", "Che cosa", "Presentata", "Rispondere entro", "Protocollo", "Esito")
PRESENTATA = "L’istanza è protocollata: la risposta arriva qui."
RISPOSTA = "La risposta è protocollata: chi ha chiesto la legge nel portale."


@require_safe
def istanze(request: HttpRequest, pk: int) -> HttpResponse:
    """Complaints and requests of access, those without an answer first."""
    contesto = request.contesto
    procedura = access.da_seguire(contesto, pk)
    trovate = istanze_di(contesto, procedura)

    decide = access.decide(procedura)

    def righe() -> Iterator[tuple[Any, ...]]:
        for una in trovate:
            # Who keeps the deadlines knows that there is an answer, not which.
            esito = una.get_esito_display() if decide else "con risposta"
            yield (
                str(una.persona), una.get_tipo_display(), una.presentata_il, una.rispondere_entro,
                str(una.protocollo or ""), esito if una.esito else "da rispondere",
            )  # fmt: skip

    elenco = esporta(
        request, nome="istanze-bonus", titolo="Istanze", intestazione=INTESTAZIONE,
        righe=righe(), personale=True,
    )  # fmt: skip
    if elenco is not None:
        return elenco
    return mostra(
        request,
        "atti/istanze",
        {
            "procedura": procedura,
            "istanze": trovate,
            "risponde": decide,
            "termine": termine_reclamo(procedura),
            "pubblicata": procedura.stato == StatoProcedura.PUBBLICATA,
        },
    )


@require_http_methods(["GET", "POST"])
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Complain about the outcome, or ask to see the own file."""
    contesto = request.contesto
    procedura = access.interessata(contesto, pk)
    iniziale = {"chiave": uuid4().hex, "tipo": request.GET.get("tipo", "")}
    form = IstanzaForm(request.POST or None, initial=iniziale)
    if compiuto(request, form, lambda: _presenta(request, procedura, form)):
        return fatto(request, PRESENTATA, "esito", procedura.pk)
    dati = {
        "procedura": procedura,
        "form": form,
        "termine": termine_reclamo(procedura),
        "giorni": giorni_accesso(procedura),
    }
    return mostra(request, "atti/istanza_nuova", dati)


def _presenta(request: HttpRequest, procedura: Procedura, form: IstanzaForm) -> None:
    contesto = request.contesto
    presenta_istanza(
        autore=contesto, adesso=contesto.adesso, procedura_id=procedura.pk, **form.cleaned_data
    )


@require_http_methods(["GET", "POST"])
def istanza(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what somebody asked, and answer."""
    contesto = request.contesto
    trovata = access.istanza_da_rispondere(contesto, pk)
    form = RispostaForm(request.POST or None)
    if compiuto(
        request,
        form,
        lambda: rispondi_istanza(
            autore=contesto, adesso=contesto.adesso, istanza_id=trovata.pk, **form.cleaned_data
        ),
    ):
        return fatto(request, RISPOSTA, "istanze", trovata.procedura_id)
    dati = {
        "istanza": trovata,
        "procedura": trovata.procedura,
        "form": form,
        "rettificabile": trovata in accolti_di(trovata.procedura)
        and trovata.procedura.annullata_il is None,
        "fonte": fonte_risposta(trovata.procedura, TipoIstanza(trovata.tipo)),
    }
    return mostra(request, "atti/istanza", dati)
