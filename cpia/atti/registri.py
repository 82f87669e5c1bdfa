"""What the apps above say of their papers when they start: who reads, where files are kept."""

from collections.abc import Callable

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.models import DiIstituto

Lettore = Callable[[Contesto, Documento], bool]

lettori: dict[str, Lettore] = {}
# The tables of which the uploaded files are in one folder, by folder.
caricati: list[tuple[type[DiIstituto], ...]] = []
# The public page of a kind of paper, by the number of repertorio: name of the address, words.
pagine: dict[str, tuple[str, str]] = {}


def registra_lettore(tipo: str, puo_leggere: Lettore) -> None:
    """Make known who may read the papers of a kind; of a kind unknown nobody may."""
    lettori[tipo] = puo_leggere


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether this person may read this paper now, with the roles of today."""
    lettore = lettori.get(documento.tipo)
    return lettore is not None and lettore(contesto, documento)


def registra_caricati(*modelli: type[DiIstituto]) -> None:
    """Make known the tables that keep their uploads in one folder: what no row names is swept.

    Not for papers with a number: of those nothing is thrown away by itself.
    """
    if modelli not in caricati:
        caricati.append(modelli)


def registra_pagina(tipo: str, nome: str, parole: str) -> None:
    """Make known that what is published of a kind has a page of its own; the albo links to it.

    ``nome`` is that of an address with institute, year and number of repertorio.
    """
    pagine[tipo] = (nome, parole)
