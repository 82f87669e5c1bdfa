"""What the pages of the import share."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cpia.scuola.forms import TIPI
from cpia.scuola.models import Importazione
from cpia.scuola.services import esiti

NOMI = {tipo.value: nome for tipo, nome in TIPI}


def da_guardare(importazione: Importazione) -> bool:
    """Whether the content is still there and was not carried out."""
    return bool(importazione.righe) and importazione.eseguita_il is None


def verso(request: HttpRequest, nome: str, *argomenti: object) -> HttpResponse:
    return redirect(nome, request.contesto.istituto.slug, *argomenti)


def esito(importazione: Importazione, *, con_righe: bool) -> tuple[str, str]:
    """Glyph and words of where an import is."""
    if importazione.annullata_il:
        return "manca", "annullata"
    if importazione.eseguita_il:
        return "fatto", esiti.descrivi(importazione.mappa["conteggi"])
    return ("in-corso", "da completare") if con_righe else ("chiuso", "scartata")
