"""What the pages of a draft share: its header, its steps, what it lacks."""

from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import Passo
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.bando import compenso_di
from selezioni_pon.queries.candidature.mancanze import passi_di
from selezioni_pon.queries.candidature.scheda import Scheda, con_le_righe, scheda
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.termine import al_secondo
from selezioni_pon.views.avvisi.lettura import VICINO
from selezioni_pon.views.comuni import indirizzo

ALTROVE: Final = "Hai registrato altro da un’altra pagina."
METODI: Final = ["GET", "HEAD", "POST"]


def passo_detto(candidatura: Candidatura, detto: str) -> Passo:
    """The step of an address; 404 for one that the applications to this call do not have."""
    trovato = next((uno for uno in passi_di(candidatura.avviso) if uno == detto), None)
    if trovato is None:
        raise Http404
    return trovato


def scritto(request: HttpRequest) -> QueryDict | None:
    """What was sent, with the button or while one writes; None while the page is only read."""
    if request.method == "PATCH":
        return QueryDict(request.body)
    return request.POST if request.method == "POST" else None


def cornice(
    request: HttpRequest, candidatura: Candidatura, qui: Passo, letta: Scheda | None = None
) -> dict[str, Any]:
    """What every page of a draft shows."""
    letta = letta or scheda(con_le_righe(candidatura), qui)
    return {
        "candidatura": candidatura,
        "avviso": candidatura.avviso,
        "compenso": compenso_di(candidatura.avviso),
        "ore": in_cifre(Fraction(candidatura.avviso.ore)),
        "scheda": letta,
        "qui": qui,
        "schede": schede(request, candidatura, letta, qui),
        "dopo": letta.dopo(qui),
        "avanti": avanti(request, candidatura, letta, qui),
        "senza_documento": _senza_documento(letta),
        **_orologio(candidatura, request.contesto.adesso),
    }


def avanti(request: HttpRequest, candidatura: Candidatura, letta: Scheda, qui: Passo) -> str:
    """The address of the step after this one; after the last, where it is read again and sent."""
    dopo = letta.dopo(qui)
    if dopo is None:
        return indirizzo(request, "candidatura_invia", candidatura.pk)
    return indirizzo(request, "candidatura_passo", candidatura.pk, dopo.value)


def pagina(request: HttpRequest, nome: str, dati: dict[str, Any], stato: int = 200) -> HttpResponse:
    """A page, or a fragment of one, of a draft."""
    return render(request, f"selezioni/candidature/{nome}.html", dati, status=stato)


def tenuto(form: ConVersione, atto: Any) -> int:
    """Do the act of a form that is whole: 200 once done, 422 for what cannot be taken.

    409 where something else was kept from another page, which is put beside what was typed.
    """
    try:
        atto()
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return 422
    except Conflitto as conflitto:
        return 200 if form.confronta(conflitto.attuale, ALTROVE) else 409
    return 200


def schede(
    request: HttpRequest, candidatura: Candidatura, letta: Scheda, qui: Passo | None
) -> list[dict[str, Any]]:
    """The tabs of the steps and, last, where it is read again and sent: there ``qui`` is None."""
    voci: list[dict[str, Any]] = [
        {
            "testo": uno.passo.etichetta,
            "url": indirizzo(request, "candidatura_passo", candidatura.pk, uno.passo.value),
            "attiva": uno.passo is qui,
            "stato": uno.stato,
        }
        for uno in letta.passi
    ]
    slug = request.contesto.istituto.slug
    invia = reverse("selezioni:candidatura_invia", args=[slug, candidatura.pk])
    ultima = {"testo": "Rilettura e invio", "url": invia, "stato": "da-fare", "attiva": qui is None}
    return [*voci, ultima]


def _senza_documento(letta: Scheda) -> str:
    """``2 documenti mancano: voci 3 e 5``."""
    voci = [
        una.violazione.campo for una in letta.avvertenze if una.violazione.codice == "documento"
    ]
    if not voci:
        return ""
    quanti = plurale(len(voci), "documento manca: voce", "documenti mancano: voci")
    return f"{quanti} {elenco(voci)}"


def _orologio(candidatura: Candidatura, adesso: datetime) -> dict[str, Any]:
    """Until when one sends; the hour of the server while that is near."""
    scade = candidatura.avviso.scade
    if scade is None:
        return {}
    vicino = timedelta(0) <= scade - adesso <= VICINO
    return {"fino_a": al_secondo(scade), "server": adesso if vicino else None}
