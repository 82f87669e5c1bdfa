"""What tells that a piece of a draft is no longer as it was read.

Areas and criteria have no counter of their own, and that of the whole draft would stop two who
write in different places: a checksum of what is written in the very piece does.
"""

import json
from typing import Any
from zlib import crc32

from bonus_merito.models import AreaDeiCriteri, Criteri, Criterio, Indicatore

# A form carries it as a version: positive, and within an integer of the database.
MASSIMA = 2**31 - 2


def impronta_della_testata(criteri: Criteri) -> int:
    """Of title, ways of finding, levels."""
    return _impronta(criteri.titolo, criteri.individuazione, criteri.livelli)


def impronta_del_regolamento(criteri: Criteri) -> int:
    """Of preconditions, diffusion, premise, principles, articles."""
    return _impronta(
        criteri.precondizioni, criteri.diffusione, criteri.premessa, criteri.principi,
        criteri.articoli,
    )  # fmt: skip


def impronta_dell_area(area: AreaDeiCriteri) -> int:
    """Of the words of an area."""
    return _impronta(area.testo, area.descrittori, area.incarichi)


def impronta_del_criterio(criterio: Criterio, indicatori: list[Indicatore]) -> int:
    """Of a criterion with its indicators, wherever it stands."""
    righe = [[riga.testo, riga.soglia, riga.strumenti] for riga in indicatori]
    return _impronta(criterio.codice, criterio.titolo, criterio.testo, righe)


def _impronta(*parti: Any) -> int:
    return crc32(json.dumps(parti, sort_keys=True).encode()) % MASSIMA + 1
