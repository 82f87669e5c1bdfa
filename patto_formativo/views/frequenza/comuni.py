"""What the pages of attendance share: to do an act, to confirm it, to show a form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cpia.atti.conflitti import stato
from cpia.norme.errori import AttoRifiutato
from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.rules.motivi import Violazione


@dataclass(frozen=True)
class Conferma:
    """The words of the dialog of an act that cannot be undone."""

    domanda: str
    effetti: Sequence[str]
    correzione: str
    verbo: str
    rilettura: str
    indietro: str
    versione: str = ""


def ecco(request: HttpRequest, testo: str, dove: str, *pk: int) -> HttpResponse:
    """To another page, saying what was done."""
    messages.success(request, testo)
    return redirect(dove, request.contesto.istituto.slug, *pk)


def pagina(request: HttpRequest, nome: str, form: ConViolazioni, **dati: Any) -> HttpResponse:
    """The page of a form; 422 when what was typed cannot be taken, 409 beside another’s change."""
    return render(
        request,
        f"patto/frequenza/{nome}.html",
        {"form": form, **dati},
        status=stato(request, form),
    )


def conferma(
    request: HttpRequest,
    parole: Conferma,
    atto: Callable[[], object],
    fatto: Callable[[], HttpResponse],
) -> HttpResponse:
    """The dialog of an act: GET asks, POST does it or says what speaks against it.

    Who has not said to have read again is asked once more.
    """
    contro: Sequence[Violazione] = ()
    if request.method == "POST" and "riletto" in request.POST:
        try:
            atto()
        except AttoRifiutato as rifiuto:
            contro = rifiuto.violazioni
        else:
            return fatto()
    dati = {**vars(parole), "azione": request.path, "rifiuti": contro}
    return render(request, "patto/frequenza/conferma.html", dati, status=422 if contro else 200)
