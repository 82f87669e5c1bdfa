"""What every page needs around its content: the menu and the count of notices."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cpia.avvisi.queries import quanti_da_leggere
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo

_VOCI = [
    ("Scrivania", "scrivania", "/scrivania/", ()),
    ("Competenze", "competenze:elenco", "/competenze/", ()),
    ("Persone", "persone", "/persone/", (Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DIRIGENTE)),
    ("Importa", "importazioni", "/importa/", (Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DIRIGENTE)),
]


def portale(request: HttpRequest) -> dict[str, Any]:
    """The menu of who is signed in to an institute; empty elsewhere."""
    contesto: Contesto | None = getattr(request, "contesto", None)
    if contesto is None:
        return {}
    return {
        "menu": [
            {
                "testo": testo,
                "url": reverse(nome, args=[contesto.istituto.slug]),
                "attivo": request.path.startswith(f"/{contesto.istituto.slug}{percorso}"),
            }
            for testo, nome, percorso, ruoli in _VOCI
            if not ruoli or contesto.ha(*ruoli)
        ],
        "avvisi_non_letti": quanti_da_leggere(contesto.istituto.pk, contesto.persona.pk),
    }
