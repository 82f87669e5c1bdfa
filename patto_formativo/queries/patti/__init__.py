"""The agreements: versions, plan, what waits for whom."""

from patto_formativo.queries.patti.versioni import (
    in_vigore,
    ultima_versione,
    versione_aperta,
    versione_corrente,
    versioni,
)

__all__ = [
    "in_vigore",
    "ultima_versione",
    "versione_aperta",
    "versione_corrente",
    "versioni",
]
