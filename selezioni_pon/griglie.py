"""The grids that the programme ships, read from the files beside it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from selezioni_pon.rules.griglia.da_dati import griglia_da
from selezioni_pon.rules.griglia.modello import Griglia

CARTELLA: Final = files("selezioni_pon") / "dati"
FINE: Final = ".toml"


@cache
def griglia(slug: str) -> Griglia:
    """A grid by origin and name (``ic-pinocchio-2018/esperto``).

    Raises KeyError where no such grid is shipped, ValueError where its file is badly written.
    """
    if slug not in slug_disponibili():
        raise KeyError(slug)
    dati = _dati(slug)
    base = _base(slug, dati)
    return griglia_da(dati, slug, griglia(base) if base else None)


def dati_interi(slug: str) -> dict[str, Any]:
    """The data of a grid, with the sections of the one that it is like: for a copy to change.

    Raises KeyError and ValueError as ``griglia``.
    """
    if slug not in slug_disponibili():
        raise KeyError(slug)
    dati = _dati(slug)
    base = _base(slug, dati)
    proprie = {chiave: valore for chiave, valore in dati.items() if chiave != "come"}
    return {**(_dati(base) if base else {}), **proprie}


@cache
def slug_disponibili() -> tuple[str, ...]:
    """Every grid shipped, in alphabetical order."""
    return tuple(
        sorted(
            f"{origine.name}/{file.name.removesuffix(FINE)}"
            for origine in CARTELLA.iterdir()
            if origine.is_dir()
            for file in origine.iterdir()
            if file.is_file() and file.name.endswith(FINE)
        )
    )


def _base(slug: str, dati: Mapping[str, Any]) -> str:
    """The grid whose sections this one has, by its slug; nothing where it has its own."""
    come = dati.get("come")
    if come is None:
        return ""
    base = f"{slug.partition('/')[0]}/{come}"
    if base not in slug_disponibili() or "come" in _dati(base):
        raise ValueError(f"{slug}.come: non c’è una griglia intera di nome {come!r}")
    return base


def _dati(slug: str) -> Mapping[str, Any]:
    origine, _, nome = slug.partition("/")
    file = CARTELLA / origine / f"{nome}{FINE}"
    return tomllib.loads(file.read_text(encoding="utf-8"))
