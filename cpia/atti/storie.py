"""Whose history there is: each app says it of its objects and lends the words of its acts.

Called in ``AppConfig.ready``. For the apps below this one the portal does it in their stead.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.registro.rules import Glossario
from cpia.scuola.access import Contesto

Vede = Callable[[Contesto, int], bool]
Nome = Callable[[Contesto, int], str]
Risolve = Callable[[int, Collection[int]], Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Storia:
    """One kind of object: who may read what was done to it, and what it is called."""

    puo_vedere: Vede
    nome: Nome


storie: dict[str, Storia] = {}
glossario = Glossario()
risolutori: dict[str, Risolve] = {}


def registra_storia(tipo: str, *, puo_vedere: Vede, nome: Nome) -> None:
    """Make known the history of a kind of object (``model._meta.label_lower``).

    ``puo_vedere`` is asked with the id of an object that may not exist or be of another
    institute: then it answers no. ``nome`` is asked only after a yes.
    """
    storie[tipo] = Storia(puo_vedere, nome)


def chi_apre(carica: Callable[[Contesto, int], object]) -> Vede:
    """Who may open the object (``carica`` answers, and not 404 or 403) may read its history."""

    def puo_vedere(contesto: Contesto, pk: int) -> bool:
        try:
            carica(contesto, pk)
        except (Http404, PermissionDenied):
            return False
        return True

    return puo_vedere


def registra_parole(
    *,
    azioni: Mapping[str, str],
    campi: Mapping[str, str] | None = None,
    valori: Mapping[str, Mapping[str, str]] | None = None,
    nomi: Mapping[str, Risolve] | None = None,
    elenchi: Mapping[str, Risolve] | None = None,
) -> None:
    """Lend the words for acts and fields of the register, and the names for the ids it keeps.

    ``azioni`` completes a sentence that begins with who did it («ha congelato la classe»). The
    fields of ``nomi`` hold one id, those of ``elenchi`` a list of them.
    """
    glossario.azioni.update(azioni)
    for campo, parola in (campi or {}).items():
        # A field has one word everywhere: who stands below names it first.
        glossario.campi.setdefault(campo, parola)
    glossario.valori.update(valori or {})
    glossario.elenchi.update(elenchi or {})
    risolutori.update({**(nomi or {}), **(elenchi or {})})
