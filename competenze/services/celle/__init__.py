"""The levels of a teacher, cell by cell: written at once, never over what was not seen."""

from competenze.services.celle.salvataggio import salva_celle
from competenze.services.celle.voci import CellaVoluta, EsitoCella

__all__ = ["CellaVoluta", "EsitoCella", "salva_celle"]
