"""What the pages of the selections share: the answer to an act, the page, the dialog."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from cpia.atti.caricamenti import in_linea
from cpia.atti.conflitti import stato
from cpia.norme.forms.comuni import ConViolazioni
from selezioni_pon.models import AllegatoCandidatura


def fatto(request: HttpRequest, testo: str, pagina: str, *args: Any) -> HttpResponse:
    """On to a page of the selections, saying what was done."""
    messages.success(request, testo)
    return redirect(indirizzo(request, pagina, *args))


def indirizzo(request: HttpRequest, pagina: str, *args: Any) -> str:
    """The address of a page of the selections of this school."""
    return reverse(f"selezioni:{pagina}", args=[request.contesto.istituto.slug, *args])


def mostra(request: HttpRequest, nome: str, dati: dict[str, Any]) -> HttpResponse:
    """A page; 422 when what was typed cannot be taken, 409 beside what somebody else kept."""
    return render(request, f"selezioni/{nome}.html", dati, status=stato(request, dati.get("form")))


def file_aperto(allegato: AllegatoCandidatura, contenuto: bytes) -> HttpResponse:
    """The bytes of a file of an application: opened where that is safe, else to be saved."""
    nome = allegato.nome_file.replace("/", "-")
    da_salvare = not in_linea(allegato.tipo_contenuto)
    return HttpResponse(
        contenuto,
        content_type=allegato.tipo_contenuto,
        headers={
            "Content-Disposition": content_disposition_header(da_salvare, nome) or "",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def digitato(request: HttpRequest) -> Any:
    """What was sent; None while the page is only read."""
    return request.POST if request.method == "POST" else None


def spuntato(request: HttpRequest) -> ConViolazioni:
    """The form of a dialog that asks for nothing else: bound once it was read again."""
    return ConViolazioni(request.POST if "riletto" in request.POST else None)
