"""What every page needs around its content: the menu and the count of notices."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cpia.avvisi.queries import quanti_da_leggere
from cpia.portale.segreteria import PERSONE, UFFICIO
from cpia.scuola.access import Contesto

# Words, address, what its pages begin with, who sees it (all, when nobody is named).
_VOCI: list[tuple[str, str, tuple[str, ...], frozenset[str]]] = [
    ("Scrivania", "scrivania", ("scrivania/",), frozenset()),
    ("Competenze", "competenze:elenco", ("competenze/",), frozenset()),
    ("Organi collegiali", "organi:elenco", ("organi/",), frozenset()),
    ("Circolari", "circolari", ("circolari/",), frozenset()),
    ("Regolamenti", "regolamenti", ("regolamenti/",), frozenset()),
    ("Persone", "persone", ("persone/", "incarichi/"), PERSONE),
    (
        "Segreteria",
        "segreteria",
        ("segreteria/", "importa/", "anno/", "classi/", "pubblicazioni/", "registro/"),
        UFFICIO,
    ),
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
                "attivo": request.path.startswith(
                    tuple(f"/{contesto.istituto.slug}/{inizio}" for inizio in inizi)
                ),
            }
            for testo, nome, inizi, ruoli in _VOCI
            if not ruoli or contesto.ha(*ruoli)
        ],
        "avvisi_non_letti": quanti_da_leggere(contesto.istituto.pk, contesto.persona.pk),
    }
