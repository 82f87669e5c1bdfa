"""Who is already in is asked again, before what is delicate: for the password or second factor."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


def provato_da_poco(request: HttpRequest) -> bool:
    """Whether password or second factor were given within the time that the setting allows."""
    prove = [prova["at"] for prova in get_authentication_records(request, request.user)]
    ultima = max([request.session.get("entrata", 0), *prove])
    return time.time() - ultima <= settings.ESPORTAZIONE_RICONFERMA


def chiedi_prova(request: HttpRequest, ritorno: str) -> HttpResponse:
    """To the page that asks again; from there to ``ritorno``."""
    pagina = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "account_reauthenticate"
    return redirect_to_login(ritorno, reverse(pagina))
