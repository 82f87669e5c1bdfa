"""How signing in departs from what the library does by itself."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Logins are born from an invitation of a school, never by registering alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def _sigillo() -> Fernet:
    chiave = hashlib.sha256(b"secondo fattore:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(chiave))


class MFAAdapter(DefaultMFAAdapter):
    """The secret of the second factor is kept encrypted: a dump alone opens no account."""

    def encrypt(self, text: str) -> str:
        return _sigillo().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _sigillo().decrypt(encrypted_text.encode()).decode()
