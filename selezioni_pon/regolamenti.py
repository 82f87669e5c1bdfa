"""The rules that the programme ships and that are no grid, read from the files beside it.

What is a parameter in force (places of a section, years, members) is given by the caller.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from cpia.norme.rules.motivi import Valore
from selezioni_pon.griglie import CARTELLA
from selezioni_pon.rules.funzioni_strumentali.da_dati import funzioni_da
from selezioni_pon.rules.funzioni_strumentali.modello import ParametriFunzioni, RegoleFunzioni
from selezioni_pon.rules.infanzia.da_dati import infanzia_da
from selezioni_pon.rules.infanzia.modello import RegoleInfanzia
from selezioni_pon.rules.infanzia.parametri import ParametriInfanzia
from selezioni_pon.rules.iscrizioni_albo import RegoleAlbo, albo_da

SOTTOCARTELLA: Final = "regole"


def infanzia(origine: str, parametri: ParametriInfanzia) -> RegoleInfanzia:
    """The enrolments at the scuola dell’infanzia (``ic-porto-venere``); KeyError without them."""
    return infanzia_da(_dati(origine, "infanzia"), f"{origine}/infanzia", parametri)


def albo_esperti(origine: str, durata: Valore[int]) -> RegoleAlbo:
    """The register of experts (``ic-porto-venere``); KeyError for a school without it.

    ``durata`` is how many school years an entry lasts.
    """
    nome = "albo-esperti"
    return albo_da(_dati(origine, nome), f"{origine}/{nome}", durata)


def funzioni_strumentali(origine: str, parametri: ParametriFunzioni) -> RegoleFunzioni:
    """The funzioni strumentali (``cpia-napoli-provincia-2``); KeyError for a school without."""
    nome = "funzioni-strumentali"
    return funzioni_da(_dati(origine, nome), f"{origine}/{nome}", parametri)


@cache
def _dati(origine: str, nome: str) -> Mapping[str, Any]:
    file = CARTELLA / origine / SOTTOCARTELLA / f"{nome}.toml"
    if not file.is_file():
        raise KeyError(f"{origine}/{nome}")
    return tomllib.loads(file.read_text(encoding="utf-8"))
