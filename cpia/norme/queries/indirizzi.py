"""Where a parameter is read, so that every «perché?» can lead to its words."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from cpia.norme.rules.temi import tema_di


def indirizzo_parametro(istituto: str, chiave: str, giorno: date | None = None) -> str:
    """The address of a parameter in the pages of an institute (slug), as it was on a day."""
    domanda = {"tema": tema_di(chiave)} | ({"giorno": giorno.isoformat()} if giorno else {})
    return f"{reverse('parametri_vigenti', args=[istituto])}?{urlencode(domanda)}#{chiave}"
