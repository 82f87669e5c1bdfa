"""What was sent, as it was sent: its receipt, its titles, its files."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.queries import ultimo_lavoro
from selezioni_pon.access import inviate as access
from selezioni_pon.models import Invio
from selezioni_pon.queries.candidature.inviata import scheda_di
from selezioni_pon.queries.candidature.inviate import ultima_di
from selezioni_pon.services.candidature.carta import STAMPA, chiedi_ricevuta
from selezioni_pon.services.candidature.lettura import leggi_allegato_inviato, leggi_inviata
from selezioni_pon.views.avvisi.lettura import termine_di
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.comuni import fatto, file_aperto, indirizzo, mostra


@require_safe
@dopo_la_dichiarazione
def inviata(request: HttpRequest, pk: int) -> HttpResponse:
    """One that was sent: to who sent it with the receipt, to the office without points."""
    contesto = request.contesto
    trovata = access.inviata(contesto, pk)
    candidatura = trovata.candidatura
    mia = candidatura.persona_id == contesto.persona.pk
    leggi_inviata(autore=contesto, adesso=contesto.adesso, invio=trovata)
    dati: dict[str, Any] = {
        "invio": trovata,
        "candidatura": candidatura,
        "avviso": candidatura.avviso,
        "mia": mia,
        "scheda": scheda_di(trovata, con_punti=mia),
        "ultima": ultima_di(candidatura) if mia else trovata,
        "lavoro": _stampa(trovata) if mia else None,
        **termine_di(candidatura.avviso, contesto.adesso),
    }
    return mostra(request, "candidature/inviata", dati)


@require_POST
@dopo_la_dichiarazione
def inviata_ricevuta(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of a receipt."""
    contesto = request.contesto
    trovata = access.inviata(contesto, pk)
    if chiedi_ricevuta(autore=contesto, adesso=contesto.adesso, invio=trovata) is None:
        messages.info(request, "Non c’è niente da stampare: la ricevuta c’è già.")
        return redirect(indirizzo(request, "inviata", pk))
    return fatto(request, "La ricevuta è pronta fra poco.", "inviata", pk)


@require_safe
@dopo_la_dichiarazione
def inviata_file(request: HttpRequest, pk: int) -> HttpResponse:
    """A file that went with it; the register keeps the reading of who did not send it."""
    contesto = request.contesto
    trovato = access.allegato_inviato(contesto, pk)
    contenuto = leggi_allegato_inviato(autore=contesto, adesso=contesto.adesso, inviato=trovato)
    return file_aperto(trovato.allegato, contenuto)


def _stampa(invio: Invio) -> Any:
    """The print of the receipt under way; None once it is there."""
    documento = invio.documento
    if documento is None or documento.impronta:
        return None
    return ultimo_lavoro(invio.istituto_id, STAMPA, documento.pk)
