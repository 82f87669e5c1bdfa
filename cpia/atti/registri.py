"""Who may read a paper: each app above says it of its own kinds when it starts."""

from collections.abc import Callable

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto

Lettore = Callable[[Contesto, Documento], bool]

lettori: dict[str, Lettore] = {}


def registra_lettore(tipo: str, puo_leggere: Lettore) -> None:
    """Make known who may read the papers of a kind; of a kind unknown nobody may."""
    lettori[tipo] = puo_leggere


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether this person may read this paper now, with the roles of today."""
    lettore = lettori.get(documento.tipo)
    return lettore is not None and lettore(contesto, documento)
