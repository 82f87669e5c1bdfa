"""The institute of the address, for the whole of a request and no longer."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from cpia.scuola import access, queries, tenancy

Vista = Callable[..., HttpResponseBase]


class IstitutoMiddleware:
    """One transaction around the whole response, with PostgreSQL told whose rows exist.

    The response is rendered inside it, so a page is of one moment; a failure undoes all of it.
    Every page of an institute is refused to whom the institute does not know, unless its view
    says that it is public (``pubblica``).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug = self._slug(request)
        if slug is None:
            return self.get_response(request)
        with transaction.atomic():
            request.istituto = queries.istituto_per_slug(slug)
            tenancy.imposta(istituto_id=request.istituto.pk if request.istituto else None)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def _slug(self, request: HttpRequest) -> str | None:
        try:
            return resolve(request.path_info).kwargs.get("istituto")
        except Resolver404:
            return None

    def process_view(
        self, request: HttpRequest, view: Vista, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if "istituto" not in kwargs:
            return None
        kwargs.pop("istituto")
        if request.istituto is None:
            raise Http404
        if getattr(view, "pubblica", False):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        request.contesto = access.contesto(request, request.istituto)
        if self._manca_secondo_fattore(request):
            return redirect("mfa_index")
        return None

    def _manca_secondo_fattore(self, request: HttpRequest) -> bool:
        return (
            settings.MFA_OBBLIGATORIA
            and request.contesto.ha(*access.CON_SECONDO_FATTORE)
            and not is_mfa_enabled(request.user)
        )


def pubblica(view: Vista) -> Vista:
    """Mark a view of an institute that anybody may open without signing in."""
    view.pubblica = True  # type: ignore[attr-defined]
    view.login_required = False  # type: ignore[attr-defined]
    return view
