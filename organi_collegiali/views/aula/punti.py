"""The items: begun, ended; who is out of one for an interest."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import sedute as access
from organi_collegiali.access.aula import della_seduta
from organi_collegiali.enums import EsitoPunto
from organi_collegiali.forms.aula import ComponenteForm, EsitoForm
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.aula.risposte import da_correggere, fatto, rifiutato


@require_POST
def avvia(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin an item."""
    contesto = request.contesto
    punto = access.punto_da_condurre(contesto, pk)
    try:
        servizi.avvia_punto(autore=contesto, adesso=contesto.adesso, punto_id=pk)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, punto.seduta, rifiuto.violazioni, stato=409)
    return fatto(request, punto.seduta, f"È in discussione il punto {punto.ordine}.")


@require_POST
def concludi(request: HttpRequest, pk: int) -> HttpResponse:
    """End an item with its outcome."""
    contesto = request.contesto
    punto = access.punto_da_condurre(contesto, pk)
    form = EsitoForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, punto.seduta, form)
    try:
        servizi.concludi_punto(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=pk,
            esito=EsitoPunto(form.cleaned_data["esito"]),
            motivo=form.cleaned_data["motivo"],
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, punto.seduta, rifiuto.violazioni)
    return fatto(request, punto.seduta, f"Il punto {punto.ordine} è concluso.")


@require_POST
def interesse(request: HttpRequest, pk: int) -> HttpResponse:
    """A member has an interest in the item, or it was written by mistake (``togli``)."""
    contesto = request.contesto
    punto = access.punto_da_condurre(contesto, pk)
    form = ComponenteForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, punto.seduta, form)
    chi = della_seduta(punto.seduta, form.cleaned_data["convocato"])
    chi_fa = {"autore": contesto, "adesso": contesto.adesso, "punto_id": pk, "convocato_id": chi.pk}
    try:
        if "togli" in request.POST:
            servizi.toglie_interesse(**chi_fa)
            return fatto(request, punto.seduta, f"{chi.persona} conta di nuovo sul punto.")
        servizi.dichiara_interesse(**chi_fa, motivo=form.cleaned_data["motivo"])
    except AttoRifiutato as rifiuto:
        return rifiutato(request, punto.seduta, rifiuto.violazioni)
    return fatto(request, punto.seduta, f"{chi.persona} non conta su questo punto.")
