"""The posts of a call: whose turn it is, who was asked, who has one."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import incarichi as access
from selezioni_pon.forms.incarichi.proposte import ProponiForm
from selezioni_pon.queries.incarichi.bozza import giorno_per_rispondere
from selezioni_pon.queries.incarichi.finale import Quadro, quadro_di, si_propone
from selezioni_pon.queries.incarichi.registro import di_una_selezione
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.views.comuni import digitato, fatto, mostra
from selezioni_pon.views.incarichi.comuni import METODI

INTESTAZIONE = ("Posizione", "Candidato", "Proposta", "Rispondere entro", "Motivo")
PROPOSTI = "Le proposte sono partite: chi è stato interpellato riceve un avviso."


@require_safe
def incarichi_avviso(request: HttpRequest, pk: int) -> HttpResponse:
    """The final ranking, without points, with what was proposed to each and what comes next."""
    contesto = request.contesto
    avviso = access.avviso_con_posti(contesto, pk)
    quadro = quadro_di(avviso)
    file = esporta(
        request, nome="posti", titolo="Posti", intestazione=INTESTAZIONE, righe=_righe(quadro),
        personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    scritti = di_una_selezione(contesto, pk) if quadro else []
    dati = {
        "avviso": avviso,
        "quadro": quadro,
        "contratti": {riga.contratto.proposta_id: riga for riga in scritti},
        "dirige": access.dirige(contesto),
        "aperto": si_propone(avviso),
        "oggi": contesto.oggi,
    }
    return mostra(request, "incarichi/posti", dati)


def _righe(quadro: Quadro | None) -> Iterator[list[object]]:
    for uno in quadro.fila if quadro else ():
        una = uno.proposta
        yield [
            uno.posizione, uno.nome, una.get_stato_display() if una else "",
            una.rispondere_entro if una else None, una.motivo if una else "",
        ]  # fmt: skip


@require_http_methods(METODI)
def incarichi_proponi(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer the free posts to who comes next, once their names were read again."""
    contesto = request.contesto
    avviso = access.avviso_da_assegnare(contesto, pk)
    quadro = quadro_di(avviso)
    tocca = quadro.da_proporre if quadro and si_propone(avviso) else []
    lette = ",".join(str(uno.candidatura_id) for uno in tocca)
    form = ProponiForm(
        digitato(request),
        initial={
            "lette": lette, "entro": giorno_per_rispondere(contesto.istituto.pk, contesto.oggi),
        },
    )  # fmt: skip
    if compiuto(
        request, form,
        lambda: servizi.proponi_incarichi(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk,
            lette=form.cleaned_data["lette"], entro=form.cleaned_data["entro"],
        ),
    ):  # fmt: skip
        return fatto(request, PROPOSTI, "incarichi_avviso", pk)
    if form.is_bound:
        form.rileggi(lette)
    dati = {"form": form, "avviso": avviso, "quadro": quadro, "tocca": tocca}
    return mostra(request, "incarichi/proponi", dati)
