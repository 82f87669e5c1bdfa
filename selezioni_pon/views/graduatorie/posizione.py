"""The own place: why one is there, the score title by title, what one may do about it."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import graduatorie as access
from selezioni_pon.forms.graduatorie import ReclamoForm
from selezioni_pon.models import Avviso
from selezioni_pon.queries.graduatorie.propria import Propria
from selezioni_pon.queries.graduatorie.propria import propria as letta
from selezioni_pon.queries.graduatorie.reclami import momento_di
from selezioni_pon.queries.graduatorie.termini import termine_reclamo
from selezioni_pon.rules.dettaglio import voce_di
from selezioni_pon.rules.reclami import verifica_reclamo
from selezioni_pon.services.graduatorie import presenta_reclamo
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

PRESENTATO = "Il reclamo è protocollato: la risposta arriva qui, e con una e-mail."
# So that what is judged before anything is written is only the moment.
DA_SCRIVERE = "da scrivere"


@require_safe
def posizione(request: HttpRequest, pk: int) -> HttpResponse:
    """The own place and score; before a ranking is published, that there is none yet."""
    avviso = access.propria(request.contesto, pk)
    sua = letta(request.contesto, avviso)
    if sua is None:
        return mostra(request, "graduatorie/posizione_attesa", {"avviso": avviso})
    return mostra(request, "graduatorie/posizione", _dati(request, avviso, sua))


@require_safe
def posizione_perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why the own place, or the points of one item: fragment of the drawer, or page."""
    avviso = access.propria(request.contesto, pk)
    sua = letta(request.contesto, avviso)
    di = request.GET.get("di", "")
    voce = voce_di(sua.riga.dettaglio, di) if sua and di else None
    if sua is None or (di and voce is None):
        raise Http404
    dati = {"avviso": avviso, "riga": sua.riga, "voce": voce, "graduatoria": sua.graduatoria}
    return render(request, "selezioni/graduatorie/perche.html", dati)


@require_http_methods(["GET", "HEAD", "POST"])
def reclamo_nuovo(request: HttpRequest, pk: int) -> HttpResponse:
    """Complain, within the term."""
    contesto = request.contesto
    avviso = access.propria(contesto, pk)
    sua = letta(contesto, avviso)
    if sua is None:
        return redirect(indirizzo(request, "posizione", pk))
    form = ReclamoForm(digitato(request), initial={"chiave": uuid4().hex})
    if compiuto(
        request, form,
        lambda: presenta_reclamo(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        return fatto(request, PRESENTATO, "posizione", pk)
    dati = _dati(request, avviso, sua) | {"form": form}
    return mostra(request, "graduatorie/reclamo_nuovo", dati)


def _dati(request: HttpRequest, avviso: Avviso, sua: Propria) -> dict[str, Any]:
    contesto = request.contesto
    termine = termine_reclamo(avviso, sua.graduatoria)
    momento = momento_di(sua.graduatoria, sua.reclami, contesto.oggi, interessato=True)
    return {
        "avviso": avviso,
        "propria": sua,
        "riga": sua.riga,
        "graduatoria": sua.graduatoria,
        "termine": termine,
        "contro": verifica_reclamo(momento, DA_SCRIVERE, termine),
    }
