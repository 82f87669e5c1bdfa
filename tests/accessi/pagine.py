"""What two answers have in common, whoever asks and whenever."""

import re

from django.http import HttpResponse

VARIA = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|name="csrf" content="[^"]*"'
)


def pulita(risposta: HttpResponse) -> str:
    """The page without what changes at every request: nonce and token."""
    return VARIA.sub("", risposta.text)
