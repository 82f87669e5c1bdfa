"""What was typed in the form of a grid, field by field, before anything is made of it."""

from collections.abc import Mapping, Sequence
from typing import Final

from selezioni_pon.rules.griglia.modulo import Parte

LUNGO: Final = 80


def scritti_in(dati: Mapping[str, str], parti: Sequence[Parte]) -> dict[str, str]:
    """What was typed in the fields of a grid, no longer than such a value may be; no others."""
    nomi = (campo.nome for parte in parti for domanda in parte.domande for campo in domanda.campi)
    return {nome: dati[nome][:LUNGO] for nome in nomi if dati.get(nome)}
