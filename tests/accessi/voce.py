"""What an entry of the access matrix says of one address, and the groups of the cast."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.accessi.mondo import DellaClasse, Scuola

TUTTI = frozenset(
    {
        "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
        "segretaria_protocollo", "amministratore", "studente", "responsabile", "docente",
        "docente_di_b", "coordinatrice", "coordinatore_di_b", "senza_incarico", "fino_a_ieri",
        "da_domani", "revocato", "in_due", "tutor", "coordinatrice_sede", "corsista",
        "comitato", "candidato",
    }
)  # fmt: skip
DIRIGONO = frozenset({"dirigente", "collaboratore"})
SEGRETARIA = frozenset({"segretaria"})
DOCENTE = frozenset({"docente"})
COORDINA = frozenset({"coordinatrice"})
NESSUNO: frozenset[str] = frozenset()

Oggetto = Callable[[Scuola, DellaClasse], list[object]]
Corpo = Callable[[Scuola, DellaClasse], Any]


@dataclass(frozen=True)
class Voce:
    """One address: how it is called, who is let in for an object of class A, who is refused.

    ``corpo`` makes a request that names rows of a class: asked with those of another institute
    it must do nothing. ``proprio`` names the objects of which each of the cast has an own one.
    """

    metodi: str
    si: frozenset[str] = NESSUNO
    no: frozenset[str] = NESSUNO
    altri: int = 404
    oggetto: Oggetto | None = None
    corpo: Corpo | None = None
    json: bool = False
    domanda: bool = False
    proprio: str = ""
    pubblica: bool = False
