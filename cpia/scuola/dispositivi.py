"""Browsers that have already signed in, so that who guesses passwords cannot lock anybody out.

The attempts on an account are counted together for all browsers that nobody knows, and apart
for each browser in which that person has already entered. Somebody who keeps failing on purpose
uses up the attempts of the strangers, not those of the owner of the account.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac

VALE = 180 * 24 * 60 * 60
SALE = "cpia.scuola.dispositivo"


def _nome(email: str) -> str:
    """The cookie of this person in this browser; it does not say who the person is."""
    return f"dispositivo_{salted_hmac(SALE, email.lower()).hexdigest()[:16]}"


def dispositivo(request: HttpRequest, email: str) -> str:
    """The random name of this browser if this person has already entered in it, else empty."""
    nome = _nome(email)
    try:
        return signing.loads(request.COOKIES.get(nome, ""), salt=nome, max_age=VALE)
    except signing.BadSignature:
        return ""


def ricorda_dispositivo(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Leave the cookie in the browser of who has signed in, when it is not there yet."""
    if dispositivo(request, email):
        return
    nome = _nome(email)
    response.set_cookie(
        nome,
        signing.dumps(secrets.token_hex(16), salt=nome),
        max_age=VALE,
        path=reverse("account_login"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
