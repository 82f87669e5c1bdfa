"""The work of a commission is closed by who presides, and opened again by who directs."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import Conflitto
from selezioni_pon.access import commissione as access
from selezioni_pon.forms.commissione.dichiarazione import ChiudiForm
from selezioni_pon.forms.commissione.nomina import RiapriForm
from selezioni_pon.queries.commissione.pagina import quadro
from selezioni_pon.services.commissione.lavori import chiudi_lavori, riapri_lavori
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI: Final = ["GET", "HEAD", "POST"]
CHIUSI: Final = "I lavori sono chiusi: si può formare la graduatoria."
RIAPERTI: Final = "I lavori della commissione sono di nuovo aperti."
CAMBIATA: Final = "Nel frattempo la commissione è cambiata: rileggi, poi spunta di nuovo."


@require_http_methods(METODI)
@dopo_la_dichiarazione
def commissione_chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the work, once every application is closed."""
    contesto = request.contesto
    commissione = access.chi_presiede(contesto, pk).commissione
    if commissione.chiusa_il is not None and request.method != "POST":
        return _altrove(request, pk, "I lavori sono già chiusi.")
    form = ChiudiForm(digitato(request), initial={"versione": commissione.versione})
    try:
        fatta = compiuto(
            request, form,
            lambda: chiudi_lavori(
                autore=contesto, adesso=contesto.adesso, avviso_id=pk,
                versione=form.cleaned_data["versione"],
            ),
        )  # fmt: skip
    except Conflitto:
        return _altrove(request, pk, CAMBIATA)
    if fatta:
        return fatto(request, CHIUSI, "commissione", pk)
    dati = {"form": form, "avviso": commissione.avviso, "quadro": quadro(commissione)}
    return mostra(request, "commissione/chiudi", dati)


@require_http_methods(METODI)
def commissione_riapri(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the work again, with the reason."""
    contesto = request.contesto
    commissione = access.con_la_commissione(contesto, pk)
    if commissione.chiusa_il is None and request.method != "POST":
        return _altrove(request, pk, "I lavori della commissione sono aperti.")
    form = RiapriForm(digitato(request))
    if compiuto(
        request, form,
        lambda: riapri_lavori(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, RIAPERTI, "commissione", pk)
    dati = {"form": form, "avviso": commissione.avviso}
    return mostra(request, "commissione/riapri", dati)


def _altrove(request: HttpRequest, pk: int, testo: str) -> HttpResponse:
    messages.info(request, testo)
    return redirect(indirizzo(request, "commissione", pk))
