"""The complaints of a call: the list, the answer."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import graduatorie as access
from selezioni_pon.forms.graduatorie import RispostaForm
from selezioni_pon.models import Reclamo
from selezioni_pon.queries.commissione.membri import candidature_inviate
from selezioni_pon.queries.graduatorie.reclami import reclami_di
from selezioni_pon.services.graduatorie import rispondi_reclamo
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

INTESTAZIONE: Final = (
    "Chi", "Versione", "Presentato", "Rispondere entro", "Protocollo", "Esito",
)  # fmt: skip
RISPOSTO = "La risposta è protocollata: chi ha reclamato la legge nel portale."


@require_safe
@dopo_la_dichiarazione
def reclami(request: HttpRequest, pk: int) -> HttpResponse:
    """All of them, those without an answer first; the office does not read which answer."""
    sguardo = access.graduatoria(request.contesto, pk)
    trovati = list(reclami_di(sguardo.avviso))
    file = esporta(
        request, nome="reclami", titolo="Reclami", intestazione=INTESTAZIONE,
        righe=_righe(trovati, esiti=sguardo.punti), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    dati = {"avviso": sguardo.avviso, "sguardo": sguardo, "reclami": trovati}
    return mostra(request, "graduatorie/reclami", dati)


def _righe(trovati: Sequence[Reclamo], *, esiti: bool) -> Iterator[tuple[Any, ...]]:
    for uno in trovati:
        risposto = uno.get_esito_display() if esiti else "con risposta"
        yield (
            str(uno.candidatura.persona), uno.graduatoria.numero, uno.presentato_il,
            uno.decidere_entro, str(uno.protocollo or ""),
            risposto if uno.esito else "da rispondere",
        )  # fmt: skip


@require_safe
@dopo_la_dichiarazione
def reclamo(request: HttpRequest, pk: int) -> HttpResponse:
    """One complaint, and its answer if there is one."""
    sguardo, trovato = access.reclamo(request.contesto, pk)
    dati = {"avviso": sguardo.avviso, "sguardo": sguardo, "reclamo": trovato}
    return mostra(request, "graduatorie/reclamo", dati)


@require_http_methods(["GET", "HEAD", "POST"])
@dopo_la_dichiarazione
def reclamo_rispondi(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer it: who directs, once."""
    sguardo, trovato = access.reclamo_da_decidere(request.contesto, pk)
    if trovato.esito and request.method != "POST":
        return redirect(indirizzo(request, "reclamo", pk))
    domande = [(una.pk, str(una.persona)) for una in candidature_inviate(sguardo.avviso.pk)]
    form = RispostaForm(
        digitato(request), domande=domande, initial={"da_riaprire": [trovato.candidatura_id]}
    )
    if compiuto(request, form, lambda: _rispondi(request, trovato, form)):
        return fatto(request, RISPOSTO, "reclami", sguardo.avviso.pk)
    dati = {"avviso": sguardo.avviso, "sguardo": sguardo, "reclamo": trovato, "form": form}
    return mostra(request, "graduatorie/reclamo_rispondi", dati)


def _rispondi(request: HttpRequest, trovato: Reclamo, form: RispostaForm) -> None:
    contesto = request.contesto
    rispondi_reclamo(
        autore=contesto, adesso=contesto.adesso, reclamo_id=trovato.pk,
        esito=form.cleaned_data["esito"], motivo=form.cleaned_data["motivo"],
        da_riaprire=form.cleaned_data["da_riaprire"],
    )  # fmt: skip
