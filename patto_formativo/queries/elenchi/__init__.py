"""The persons enrolled this year as each may see them: their states, their sites, their list."""

from patto_formativo.queries.elenchi.elenco import (
    GUARDANO,
    Filtri,
    elenco,
    quanti_per_veste,
    righe_di,
)
from patto_formativo.queries.elenchi.righe import Riga
from patto_formativo.queries.elenchi.sedi import (
    SEDE_RISERVATA,
    conosce_la_sede,
    nome_della_sede,
    per_sede,
)
from patto_formativo.queries.elenchi.stati import (
    DOSSIER,
    ORE_FISSATE,
    PATTI,
    dossier_di,
    patti_di,
)

__all__ = [
    "DOSSIER",
    "GUARDANO",
    "ORE_FISSATE",
    "PATTI",
    "SEDE_RISERVATA",
    "Filtri",
    "Riga",
    "conosce_la_sede",
    "dossier_di",
    "elenco",
    "nome_della_sede",
    "patti_di",
    "per_sede",
    "quanti_per_veste",
    "righe_di",
]
