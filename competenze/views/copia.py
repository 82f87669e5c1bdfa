"""A campaign copied into the next school year."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from competenze import access
from competenze.services import rilevazioni as servizi
from cpia.norme.errori import AttoRifiutato


@require_POST
def copia(request: HttpRequest, pk: int) -> HttpResponse:
    """Prepare the same campaign for the next year, and go to the draft."""
    contesto = request.contesto
    trovata = access.rilevazione_da_curare(contesto, pk)
    try:
        nuova = servizi.copia_rilevazione(
            autore=contesto, adesso=contesto.adesso, rilevazione_id=trovata.pk
        )
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            messages.error(request, violazione.testo)
        return redirect("competenze:rilevazione", request.istituto.slug, trovata.pk)
    messages.success(
        request, "La rilevazione è copiata come bozza: si controllano titolo, date e discipline."
    )
    return redirect("competenze:rilevazione", request.istituto.slug, nuova.pk)
