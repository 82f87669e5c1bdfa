"""The money of a year."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bonus_merito.access.criteri import anno_del_fondo
from bonus_merito.forms.fondi import FondoForm
from bonus_merito.queries.fondi import decretato, fondo_di, regole_fondo, scritto
from bonus_merito.rules.fondo import divisione
from bonus_merito.services.fondi import salva_fondo
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.conflitti import compiuto


@require_http_methods(["GET", "HEAD", "POST"])
def fondo(request: HttpRequest, pk: int) -> HttpResponse:
    """How much there is, who says how it is used, how it is split, with the sources."""
    contesto = request.contesto
    anno = anno_del_fondo(contesto, pk)
    registrato = fondo_di(anno)
    regole = regole_fondo(contesto.istituto.pk, contesto.oggi)
    form = FondoForm(request.POST if request.method == "POST" else None)
    if registrato is None:
        form.initial = {"fonte": regole.fonte.valore.value, "lordo": regole.lordo.valore.value}
    else:
        form.initial = form.attuali(registrato) | {"versione": registrato.versione}
    if compiuto(
        request, form,
        lambda: salva_fondo(
            autore=contesto, adesso=contesto.adesso, anno_id=pk, dati=form.dati,
            versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "Il fondo è come scritto.", "fondo", pk)
    dati = {
        "anno": anno,
        "fondo": registrato,
        "form": form,
        "regole": regole,
        "divisione": divisione(scritto(registrato), regole) if registrato else [],
        "fermo": registrato is not None and decretato(registrato),
    }
    return mostra(request, "fondo/fondo", dati)
