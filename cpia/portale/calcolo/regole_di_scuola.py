"""What the kinds on organs and acts share: the shipped profile that a request names."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any, TypeVar

from cpia.norme.enums import Organo
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.motivi import Valore
from cpia.norme.rules.profilo import Profilo
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.guasti import mostra

T = TypeVar("T")


def leggi_profilo(campi: Campi) -> Profilo:
    """The shipped profile that the request names; one that is not shipped is a fault."""
    slug = campi.testo("profilo")
    if slug and slug not in PROFILI:
        campi.guasto(
            "profilo", f"il profilo {mostra(slug)} non esiste: ci sono {', '.join(PROFILI)}"
        )
    return profilo(slug if slug in PROFILI else PROFILI[0])


def leggi_organo(campi: Campi) -> Organo:
    return campi.scelta("organo", Organo, "l'organo")


def giorno_del_profilo(scuola: Profilo, giorno: date = date.min) -> date:
    """The day whose rules are asked for.

    A profile ships each regulation in one version: asked for an earlier day, it answers with it.
    """
    return max(giorno, *(regolamento.dal for regolamento in scuola.regolamenti))


def del_regolamento(valore: ValoreDiNorma, come: Callable[[Any], T]) -> Valore[T]:
    """A parameter as the rules on organs take it; ``come`` reads the value or raises ValueError."""
    return Valore(come(valore.valore), valore.fonte, valore.in_contrasto_con)


def in_chiaro(perche: Iterable[Any]) -> list[dict[str, str]]:
    """The reasons as the answer carries them."""
    return [asdict(motivo) for motivo in perche if is_dataclass(motivo)]
