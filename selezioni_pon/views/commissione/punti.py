"""The points of the commission: one's own, then those agreed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from cpia.atti.conflitti import compiuto, stato
from selezioni_pon.access import verifica as access
from selezioni_pon.access.verifica import Tavolo
from selezioni_pon.enums import ChiPropone
from selezioni_pon.forms.commissione.punti import AccordoForm, PuntiForm
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.griglia.modulo import Domanda, modulo
from selezioni_pon.services.commissione.discrezionali import concorda_punti, dai_punti
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.commissione.tavolo import InMano, pagina, torna


@require_POST
@dopo_la_dichiarazione
def miei(request: HttpRequest, pk: int, invio: int, posto: int) -> HttpResponse:
    """Keep the points that one gives alone."""
    contesto = request.contesto
    tavolo = access.tavolo(contesto, pk, invio)
    chiesta = _domanda(tavolo, posto)
    form = PuntiForm(request.POST, domanda=chiesta)
    if compiuto(
        request, form,
        lambda: dai_punti(
            autore=contesto, adesso=contesto.adesso, invio_id=tavolo.invio.pk,
            voce=chiesta.voce.numero, valore=form.valore,
        ),
    ):  # fmt: skip
        return torna(request, tavolo, f"voce-{posto}")
    return pagina(request, tavolo, InMano(punti={posto: form}, stato=stato(request, form)))


@require_POST
@dopo_la_dichiarazione
def accordo(request: HttpRequest, pk: int, invio: int, posto: int) -> HttpResponse:
    """Keep the points that the commission gives together."""
    contesto = request.contesto
    tavolo = access.tavolo(contesto, pk, invio)
    chiesta = _domanda(tavolo, posto)
    form = AccordoForm(request.POST, domanda=chiesta)
    if compiuto(
        request, form,
        lambda: concorda_punti(
            autore=contesto, adesso=contesto.adesso, invio_id=tavolo.invio.pk,
            voce=chiesta.voce.numero, valore=form.valore, motivo=form.cleaned_data["motivo"],
            versione=form.letta,
        ),
    ):  # fmt: skip
        return torna(request, tavolo, f"voce-{posto}")
    return pagina(request, tavolo, InMano(accordi={posto: form}, stato=stato(request, form)))


def _domanda(tavolo: Tavolo, posto: int) -> Domanda:
    """The item at that place, which the commission judges; 404 for any other."""
    tutte = (d for parte in modulo(griglia_di(tavolo.avviso)) for d in parte.domande)
    trovata = next((una for una in tutte if una.nome == f"v{posto}"), None)
    if trovata is None or trovata.voce.chi is not ChiPropone.COMMISSIONE:
        raise Http404
    return trovata
