"""The institute of the address for the whole of a request, and how long a sign-in lasts."""

import time
from collections.abc import Callable
from typing import Any, cast

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from cpia.scuola import access, queries, tenancy

Vista = Callable[..., HttpResponseBase]

# Written at most this often, so that a page does not cost a write more than it did.
SEGNO_DI_VITA = 5 * 60
DOPO_ATTIVAZIONE = "dopo_secondo_fattore"


class SessioneMiddleware(LoginRequiredMiddleware):
    """Every page asks to sign in, unless it says otherwise, and for how long that holds.

    A sign-in ends when idle (the age of the session) and anyway after a working day.
    What is behind it is not kept by the browser: the back button after signing out, on a
    computer that the whole staff room uses, shows nothing. Pages that anybody may open never
    touch the session, so the page on the state of the services answers without a database.
    """

    async_capable = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = cast(HttpResponse, self.get_response(request))
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.modified:
            response.headers["Cache-Control"] = "private, no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Vista, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not getattr(view, "login_required", True):
            return None
        if request.user.is_authenticated:
            self._segna(request, int(time.time()))
        return super().process_view(request, view, args, kwargs)

    def _segna(self, request: HttpRequest, adesso: int) -> None:
        entrata = request.session.setdefault("entrata", adesso)
        if adesso - entrata > settings.SESSIONE_DURATA_MASSIMA:
            logout(request)
        elif adesso - request.session.get("vista", 0) > SEGNO_DI_VITA:
            request.session["vista"] = adesso


class IstitutoMiddleware:
    """One transaction around the whole response, with PostgreSQL told whose rows exist.

    The response is rendered inside it, so a page is of one moment; a failure undoes all of it.
    Every page of an institute is refused to whom the institute does not know, unless its view
    says that it is public (``pubblica``). Only who is sent something that takes long to look
    through keeps its own transactions, each short (``transazioni_sue``).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        pagina = self._pagina(request)
        slug = pagina.kwargs.get("istituto") if pagina else None
        if pagina is None or slug is None:
            return self.get_response(request)
        if request.method == "POST" and getattr(pagina.func, "transazioni_sue", False):
            request.istituto = queries.istituto_per_slug(slug)
            return self.get_response(request)
        with transaction.atomic():
            request.istituto = queries.istituto_per_slug(slug)
            tenancy.imposta(istituto_id=request.istituto.pk if request.istituto else None)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def _pagina(self, request: HttpRequest) -> ResolverMatch | None:
        try:
            return resolve(request.path_info)
        except Resolver404:
            return None

    def process_view(
        self, request: HttpRequest, view: Vista, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if "istituto" not in kwargs:
            return self._prosegue(request)
        kwargs.pop("istituto")
        if request.istituto is None:
            raise Http404
        if getattr(view, "pubblica", False):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        request.contesto = self._contesto(request)
        if settings.MFA_OBBLIGATORIA and request.contesto.ha(*access.CON_SECONDO_FATTORE):
            return self._secondo_fattore(request)
        return None

    def _contesto(self, request: HttpRequest) -> access.Contesto:
        """Who asks; for a stranger the page says as little as if there were no such institute."""
        try:
            return access.contesto(request, request.istituto)
        except Http404:
            request.istituto = None
            raise

    def _secondo_fattore(self, request: HttpRequest) -> HttpResponseBase | None:
        """Where to prove the second factor or to take one; None when this session proved it.

        The session and not only the login: one opened with a stolen password before the owner
        took a second factor must not live on.
        """
        prove = get_authentication_records(request, request.user)
        if any(prova["method"] == "mfa" for prova in prove):
            return None
        dove = request.get_full_path() if request.method == "GET" else reverse("istituti")
        if is_mfa_enabled(request.user):
            return redirect_to_login(dove, reverse("mfa_reauthenticate"))
        request.session[DOPO_ATTIVAZIONE] = dove
        return redirect("mfa_activate_totp")

    def _prosegue(self, request: HttpRequest) -> HttpResponseBase | None:
        """Back to the page that was asked for before the second factor was taken."""
        pagina = request.resolver_match.view_name if request.resolver_match else ""
        if pagina != "mfa_index" or DOPO_ATTIVAZIONE not in request.session:
            return None
        if not is_mfa_enabled(request.user):
            return None
        return redirect(request.session.pop(DOPO_ATTIVAZIONE))


def pubblica(view: Vista) -> Vista:
    """Mark a view of an institute that anybody may open without signing in."""
    view.pubblica = True
    view.login_required = False
    return view


def transazioni_sue(view: Vista) -> Vista:
    """Mark a public view that opens by itself the transactions of what it is sent, each short.

    What takes long in between holds no lock. Each of them begins with ``tenancy.istituto_corrente``
    and whatever touches rows of the institute, the page included, is done inside one.
    """
    view.transazioni_sue = True
    return view
