"""The catalogues that the programme ships, read from the files beside it."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from disciplina.rules.catalogo.da_dati import catalogo_da
from disciplina.rules.catalogo.modello import Catalogo

CARTELLA: Final = files("disciplina") / "dati"
FINE: Final = ".toml"


@cache
def catalogo(slug: str) -> Catalogo:
    """The catalogue of a school by the slug of its profile.

    Raises KeyError for a school without, ValueError where the file is badly written.
    """
    if slug not in slug_disponibili():
        raise KeyError(slug)
    return catalogo_da(tomllib.loads((CARTELLA / f"{slug}{FINE}").read_text("utf-8")), slug)


@cache
def slug_disponibili() -> tuple[str, ...]:
    """The schools whose regulation of discipline is shipped, in alphabetical order."""
    nomi = (file.name for file in CARTELLA.iterdir() if file.name.endswith(FINE))
    return tuple(sorted(nome.removesuffix(FINE) for nome in nomi))
