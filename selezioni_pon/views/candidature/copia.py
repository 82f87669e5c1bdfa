"""A draft filled from what one sent to another call."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import candidature as access
from selezioni_pon.forms.candidature.invio import CopiaForm
from selezioni_pon.models import Invio
from selezioni_pon.queries.candidature.portafoglio import da_copiare, fonti
from selezioni_pon.services.candidature.copia import copia_candidatura
from selezioni_pon.views.comuni import digitato, fatto, mostra

COPIATI = "I titoli sono nella domanda: rileggili, e aggiungi quello che manca."


@require_http_methods(["GET", "HEAD", "POST"])
def candidatura_copia(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose an earlier application, see what it would give, take it."""
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    tutte = fonti(contesto, candidatura)
    scelta = _scelta(request, tutte)
    titoli = da_copiare(candidatura, scelta) if scelta else []
    form = CopiaForm(
        digitato(request),
        scelte=[(uno.titolo.voce, uno.detto) for uno in titoli if uno.si_copia],
        initial={"voci": [uno.titolo.voce for uno in titoli]},
    )
    if scelta is not None and compiuto(
        request, form,
        lambda: copia_candidatura(
            autore=contesto, adesso=contesto.adesso, candidatura_id=pk, invio_id=scelta.pk,
            voci=form.scelte,
        ),
    ):  # fmt: skip
        return fatto(request, COPIATI, "candidatura_scrivi", pk)
    dati = {
        "candidatura": candidatura,
        "avviso": candidatura.avviso,
        "fonti": tutte,
        "scelta": scelta,
        "titoli": titoli,
        "spuntati": form["voci"].value() or [],
        "form": form,
    }
    return mostra(request, "candidature/copia", dati)


def _scelta(request: HttpRequest, tutte: list[Invio]) -> Invio | None:
    """The one that was asked for among the own ones; the latest where none was."""
    chiesta = request.POST.get("da") or request.GET.get("da", "")
    trovata = next((uno for uno in tutte if str(uno.pk) == chiesta), None)
    return trovata or (tutte[0] if tutte and not chiesta else None)
