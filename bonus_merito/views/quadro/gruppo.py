"""The part of the list in which somebody is who did not ask."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from bonus_merito.access import quadro as access
from bonus_merito.forms.richieste import GruppoForm
from bonus_merito.services.richieste import gruppo_d_ufficio
from bonus_merito.views.comuni import fatto
from bonus_merito.views.quadro.valuta import pagina_valuta
from cpia.atti.conflitti import compiuto


@require_POST
def gruppo(request: HttpRequest, pk: int) -> HttpResponse:
    """Say it on the page where one assesses."""
    contesto = request.contesto
    richiesta = access.richiesta(contesto, pk)
    form = GruppoForm(request.POST)

    def atto() -> None:
        gruppo_d_ufficio(
            autore=contesto, adesso=contesto.adesso, richiesta_id=pk, gruppo=form.scelto
        )

    if compiuto(request, form, atto):
        return fatto(request, "Il gruppo è registrato.", "valuta", pk)
    return pagina_valuta(request, richiesta, gruppo=form)
