"""The catalogue of all known parameters."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cpia.norme.rules.chiave import Chiave
from cpia.norme.rules.chiavi_bonus import BONUS
from cpia.norme.rules.chiavi_generali import GENERALI
from cpia.norme.rules.chiavi_organi import ORGANI
from cpia.norme.rules.chiavi_patto import PATTO
from cpia.norme.rules.chiavi_selezioni import SELEZIONI


class ChiaveSconosciuta(KeyError):
    """A parameter that the catalogue does not know."""

    def __str__(self) -> str:
        return f"il parametro «{self.args[0]}» non esiste"


CHIAVI: Final[Mapping[str, Chiave]] = MappingProxyType(
    {chiave.chiave: chiave for chiave in (*GENERALI, *PATTO, *BONUS, *SELEZIONI, *ORGANI)}
)


def chiave_nota(chiave: str) -> Chiave:
    """The entry of the catalogue. Raises ChiaveSconosciuta."""
    try:
        return CHIAVI[chiave]
    except KeyError:
        raise ChiaveSconosciuta(chiave) from None
