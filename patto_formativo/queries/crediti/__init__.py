"""The credits of a person: the dossier in its order, the hours of the path, what is left to do."""

from patto_formativo.queries.crediti.conto import ContoCrediti
from patto_formativo.queries.crediti.lettura import (
    conto_crediti,
    dossier_di,
    evidenze_di,
    ore_per_competenza,
    percorso_di,
)
from patto_formativo.queries.crediti.righe import (
    Asse,
    Contata,
    VoceAsse,
    chiave_di,
    evidenza_contata,
    in_ordine,
    ore_chieste,
)

__all__ = [
    "Asse",
    "Contata",
    "ContoCrediti",
    "VoceAsse",
    "chiave_di",
    "conto_crediti",
    "dossier_di",
    "evidenza_contata",
    "evidenze_di",
    "in_ordine",
    "ore_chieste",
    "ore_per_competenza",
    "percorso_di",
]
