"""How signing in departs from what the library does by itself."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cpia.scuola.dispositivi import dispositivo, ricorda_dispositivo
from cpia.scuola.models import Utente


class AccountAdapter(DefaultAccountAdapter):
    """Logins are born from an invitation of a school, never by registering alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Whose attempts are counted: those on the account, from this browser if it is known."""
        comune = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{comune}:{dispositivo(request, credentials.get('email', ''))}"

    def post_login(self, request: HttpRequest, user: Utente, **come: Any) -> HttpResponse:
        """The browser is known from now on."""
        response = super().post_login(request, user, **come)
        ricorda_dispositivo(request, response, user.email)
        return response


def _sigillo() -> MultiFernet:
    """Seals with the key of today; opens also what was sealed with a key since replaced."""
    chiavi = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_chiave(chiave)) for chiave in chiavi])


def _chiave(segreto: str) -> bytes:
    impronta = hashlib.sha256(b"secondo fattore:" + segreto.encode()).digest()
    return base64.urlsafe_b64encode(impronta)


class MFAAdapter(DefaultMFAAdapter):
    """The secret of the second factor is kept encrypted: a dump alone opens no account."""

    def encrypt(self, text: str) -> str:
        return _sigillo().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _sigillo().decrypt(encrypted_text.encode()).decode()
