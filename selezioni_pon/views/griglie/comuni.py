"""What the pages of a grid share: the piece at a place, the way back, the step up or down."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from cpia.norme.errori import AttoRifiutato
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia import modifica
from selezioni_pon.views.comuni import indirizzo

PASSI: Final = {"su": -1, "giu": 1}
NOME_MASSIMO: Final = 40


def sezione_al(
    request: HttpRequest, riga: Griglia, s: int, chiave: str = "era"
) -> Mapping[str, Any]:
    """The section at a place, counted from 1; 404 where there is none.

    Whoever sends something says by name which one was read: it may be elsewhere meanwhile.
    """
    sezioni = riga.dati["sezioni"]
    if not 1 <= s <= len(sezioni):
        raise Http404
    posto = modifica.sezione_di(riga.dati, detta(request, chiave))
    trovata: Mapping[str, Any] = sezioni[s - 1 if posto is None else posto]
    return trovata


def voce_al(
    request: HttpRequest, riga: Griglia, s: int, v: int
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The item at a place of a section, in the same way, and its section."""
    sezioni = riga.dati["sezioni"]
    if not (1 <= s <= len(sezioni) and 1 <= v <= len(sezioni[s - 1]["voci"])):
        raise Http404
    qui, li = modifica.posto_di(riga.dati, detta(request)) or (s - 1, v - 1)
    return sezioni[qui], sezioni[qui]["voci"][li]


def detta(request: HttpRequest, chiave: str = "era") -> str:
    """The name by which whoever read the page knows a piece."""
    return request.POST.get(chiave, "")[:NOME_MASSIMO]


def alla_griglia(request: HttpRequest, riga: Griglia, dove: str = "") -> HttpResponse:
    """Back to the page of a grid, at one of its pieces."""
    return redirect(f"{indirizzo(request, 'griglia', riga.pk)}{dove}")


def posto_della_voce(riga: Griglia, numero: str) -> str:
    """Where an item is on the page of its grid."""
    posto = modifica.posto_di(riga.dati, numero)
    return f"#voce-{posto[0] + 1}-{posto[1] + 1}" if posto else ""


def posto_della_sezione(riga: Griglia, sigla: str) -> str:
    """Where a section is on the page of its grid."""
    posto = modifica.sezione_di(riga.dati, sigla)
    return "" if posto is None else f"#sezione-{posto + 1}"


def spostato(request: HttpRequest, riga: Griglia, atto: Callable[[int], Griglia]) -> Griglia:
    """The grid once a piece was moved; as it was, with what speaks against it, where it was not."""
    passo = PASSI.get(request.POST.get("dove", ""), 0)
    try:
        return atto(passo)
    except AttoRifiutato as rifiuto:
        messages.error(request, " ".join(violazione.testo for violazione in rifiuto.violazioni))
        return riga
