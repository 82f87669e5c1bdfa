"""A call for people of outside is told to the experts of a sector."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.parole import plurale
from selezioni_pon.access import avvisi as access
from selezioni_pon.forms.albo_esperti import AvvertiForm
from selezioni_pon.queries.albo_esperti.avvisare import PUBBLICITA, contro_l_avviso, gia_avvertiti
from selezioni_pon.queries.albo_esperti.elenchi import per_settore
from selezioni_pon.services import albo_esperti as servizi
from selezioni_pon.services.albo_esperti.notizie import AVVISO
from selezioni_pon.views.comuni import digitato, fatto, mostra


@require_http_methods(["GET", "HEAD", "POST"])
def albo_avverti(request: HttpRequest, pk: int) -> HttpResponse:
    """How many experts each sector has, and telling those of one."""
    contesto = request.contesto
    avviso = access.avviso_da_scrivere(contesto, pk)
    settori = per_settore(contesto.istituto.pk, contesto.oggi)
    quanti = {nome: len({una.persona_id for una in righe}) for nome, righe in settori.items()}
    form = AvvertiForm(digitato(request), settori=quanti)
    avvertiti: list[int] = []
    if compiuto(
        request, form,
        lambda: avvertiti.append(
            servizi.avverti_esperti(
                autore=contesto, adesso=contesto.adesso, avviso_id=pk,
                settore=form.cleaned_data["settore"],
            )
        ),
    ):  # fmt: skip
        numero = avvertiti[0]
        testo = f"L’avviso parte per {plurale(numero, 'esperto', 'esperti')}."
        if not numero:
            testo = "Gli esperti di questo settore lo sanno già: nessun altro avviso è partito."
        return fatto(request, testo, "avviso", pk)
    dati = {
        "form": form,
        "avviso": avviso,
        "settori": quanti,
        "contro": contro_l_avviso(avviso, contesto.adesso),
        "gia": gia_avvertiti(avviso, AVVISO),
        "fonte": PUBBLICITA,
    }
    return mostra(request, "albo_esperti/avverti", dati)
