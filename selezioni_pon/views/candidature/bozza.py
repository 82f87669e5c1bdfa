"""A draft: begun, found again where one left it, thrown away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import candidature as access
from selezioni_pon.queries.bando import bando_di
from selezioni_pon.queries.candidature.mancanze import passi_di
from selezioni_pon.queries.candidature.proprie import contro_la_scrittura, mia_per
from selezioni_pon.queries.candidature.scheda import con_le_righe, scheda
from selezioni_pon.queries.scheda import sezioni_di
from selezioni_pon.services.candidature import bozza as servizi
from selezioni_pon.views.candidature.pagina import METODI, pagina
from selezioni_pon.views.comuni import fatto, indirizzo, mostra, spuntato


@require_http_methods(METODI)
def candidatura_comincia(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin an application to a call: what it asks, and the button."""
    contesto = request.contesto
    avviso = access.avviso_da_candidarsi(contesto, pk)
    if mia_per(contesto, avviso) is None:
        form = spuntato(request)
        form.is_bound = request.method == "POST"
        contro = contro_la_scrittura(contesto, avviso)
        dati = {
            "form": form, "avviso": avviso, "contro": contro, "passi": passi_di(avviso),
            "bando": bando_di(avviso, contesto.adesso), "sezioni": sezioni_di(avviso),
        }  # fmt: skip
        if not compiuto(
            request, form,
            lambda: servizi.comincia_candidatura(
                autore=contesto, adesso=contesto.adesso, avviso_id=pk
            ),
        ):  # fmt: skip
            return mostra(request, "candidature/comincia", dati)
    trovata = mia_per(contesto, avviso)
    return redirect(indirizzo(request, "candidatura_scrivi", trovata.pk if trovata else 0))


@require_safe
def candidatura_scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """On to the first step that lacks something; when it is not written any more, why."""
    contesto = request.contesto
    candidatura = access.mia(contesto, pk)
    letta = scheda(con_le_righe(candidatura))
    contro = contro_la_scrittura(contesto, candidatura.avviso)
    if not contro:
        passo = letta.prima_da_fare.value
        return redirect(indirizzo(request, "candidatura_passo", pk, passo))
    inviata = candidatura.invii.filter(sostituito_il=None, ritirato_il=None).first()
    dati = {
        "candidatura": candidatura, "avviso": candidatura.avviso, "contro": contro,
        "inviata": inviata, "mai_inviata": inviata is None and not candidatura.invii.exists(),
    }  # fmt: skip
    return pagina(request, "chiusa", dati)


@require_http_methods(METODI)
def candidatura_elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away an application that was never sent."""
    contesto = request.contesto
    candidatura = access.mia(contesto, pk)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.elimina_candidatura(
            autore=contesto, adesso=contesto.adesso, candidatura_id=pk
        ),
    ):  # fmt: skip
        return fatto(request, "La bozza della domanda è eliminata.", "mie")
    dati = {
        "form": form,
        "avviso": candidatura.avviso,
        "domanda": "Eliminare la bozza della domanda?",
        "verbo": "Elimina la bozza",
        "effetti": ["si perde quello che è scritto", "si eliminano i file caricati"],
        "correzione": "Entro il termine se ne può cominciare un’altra.",
        "azione": request.path,
        "indietro": indirizzo(request, "candidatura_scrivi", pk),
    }
    return mostra(request, "avvisi/conferma", dati)
