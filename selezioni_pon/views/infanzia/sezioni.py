"""The sections of a list."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import infanzia as access
from selezioni_pon.forms.infanzia.elenchi import SezioneForm
from selezioni_pon.models import ElencoInfanzia, SezioneInfanzia
from selezioni_pon.services import infanzia as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

METODI = ["GET", "HEAD", "POST"]
SCRITTA = "La sezione è come scritta."


@require_http_methods(METODI)
def infanzia_sezione_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """A section more."""
    elenco = access.elenco(request.contesto, pk)
    form = SezioneForm(digitato(request), initial={"gravi": 0, "non_gravi": 0})
    if compiuto(request, form, lambda: _scrivi(request, form, elenco, None)):
        return fatto(request, SCRITTA, "infanzia_elenco", pk)
    return mostra(request, "infanzia/sezione", {"form": form, "elenco": elenco})


@require_http_methods(METODI)
def infanzia_sezione(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """A section, to be read and written; in August also who is enrolled."""
    elenco = access.elenco(request.contesto, pk)
    sezione = access.sezione(request.contesto, pk, s)
    form = SezioneForm(digitato(request))
    form.initial = form.attuali(sezione)
    if compiuto(request, form, lambda: _scrivi(request, form, elenco, sezione)):
        return fatto(request, SCRITTA, "infanzia_elenco", pk)
    dati = {"form": form, "elenco": elenco, "sezione": sezione}
    return mostra(request, "infanzia/sezione", dati)


@require_http_methods(METODI)
def infanzia_sezione_togli(request: HttpRequest, pk: int, s: int) -> HttpResponse:
    """Take a section out of the list."""
    contesto = request.contesto
    sezione = access.sezione(contesto, pk, s)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.togli_sezione(
            autore=contesto, adesso=contesto.adesso, elenco_id=pk, sezione_id=s
        ),
    ):  # fmt: skip
        return fatto(request, "La sezione non c’è più.", "infanzia_elenco", pk)
    dati = {
        "form": form,
        "elenco_pk": pk,
        "domanda": f"Togliere la sezione {sezione.nome}?",
        "verbo": "Togli la sezione",
        "effetti": ["i posti dell’elenco diventano quelli delle sezioni che restano"],
        "correzione": "Se serve, la sezione si scrive di nuovo.",
        "azione": request.path,
        "indietro": indirizzo(request, "infanzia_sezione", pk, s),
    }
    return mostra(request, "infanzia/conferma", dati)


def _scrivi(
    request: HttpRequest, form: SezioneForm, elenco: ElencoInfanzia, sezione: SezioneInfanzia | None
) -> None:
    contesto = request.contesto
    servizi.scrivi_sezione(
        autore=contesto,
        adesso=contesto.adesso,
        elenco_id=elenco.pk,
        sezione_id=sezione and sezione.pk,
        versione=sezione and form.letta,
        dati=form.dati,
    )
