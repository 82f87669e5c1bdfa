"""An act that was read again, on its page: done, refused at its place, or to be read once more."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.forms.incarichi.base import AttoForm
from selezioni_pon.views.comuni import mostra

METODI = ["GET", "HEAD", "POST"]


def compie(request: HttpRequest, form: AttoForm, atto: Callable[[], object]) -> bool:
    """Whether the act was done; of what changed meanwhile the page says to read it again."""
    try:
        return compiuto(request, form, lambda: _albo(atto))
    except Conflitto as conflitto:
        form.di_nuovo(conflitto.attuale)
        return False


def _albo(atto: Callable[[], object]) -> None:
    try:
        atto()
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", una.testo, una.fonte) for una in rifiuto.violazioni]
        ) from rifiuto


def pagina_atto(request: HttpRequest, form: AttoForm, **dati: Any) -> HttpResponse:
    """The page of an act: titolo, riga, effetti, correzione, verbo, indietro, sopra, ritorno."""
    return mostra(request, "incarichi/atto", {"form": form, **dati})
