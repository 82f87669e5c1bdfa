"""Pages for when something is not as asked. The same 404 for what is not and what is foreign."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def richiesta(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def vietato(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def assente(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def guasto(request: HttpRequest) -> HttpResponse:
    return render(None, "500.html", status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)
