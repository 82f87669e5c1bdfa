"""Why the agreement says so, for who learns."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from patto_formativo.access import adulto as access
from patto_formativo.cortesia import Testi
from patto_formativo.documents.mie_ragioni import Ragione, ragione, ragione_evidenza
from patto_formativo.models import Corsista
from patto_formativo.queries.adulto import MioPatto, mio_patto, riconosciuti
from patto_formativo.views.adulto.lingua import in_lingua

EVIDENZA = "evidenza-"


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """A reason in the drawer or on its own page; ``di`` says of what, else of the attendance."""
    corsista = access.mio(request.contesto, pk)
    dati = in_lingua(request, corsista)
    di = request.GET.get("di", "presenza")
    visto = mio_patto(request.contesto, corsista)
    if di.startswith(EVIDENZA):
        dati["ragione"] = _dell_evidenza(dati["parole"], corsista, visto, di)
    else:
        dati["ragione"] = ragione(dati["parole"], visto, di, request.contesto.oggi)
    if dati["ragione"] is None:
        raise Http404
    return render(request, "patto/adulto/perche.html", dati)


def _dell_evidenza(parole: Testi, corsista: Corsista, visto: MioPatto, di: str) -> Ragione | None:
    """Only of what is shown as taking no hour away."""
    crediti = riconosciuti(corsista, visto.mostrata)
    righe = crediti.senza_ore if crediti else ()
    chiesta = next((r for r in righe if f"{EVIDENZA}{r.evidenza.pk}" == di), None)
    return ragione_evidenza(parole, chiesta) if chiesta else None
