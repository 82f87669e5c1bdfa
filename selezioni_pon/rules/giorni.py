"""Days that come back every year, inside a school year."""

from calendar import monthrange
from datetime import date

from cpia.norme.rules.anno import MESE_DI_INIZIO, AnnoScolastico
from cpia.norme.rules.misure import GiornoMese


def nell_anno(giorno: GiornoMese, anno: AnnoScolastico) -> date:
    """The day of a school year: 30 April falls in the second of its calendar years.

    29 February is the 28th in a year without it.
    """
    di_calendario = anno.inizio if giorno.mese >= MESE_DI_INIZIO else anno.inizio + 1
    ultimo = monthrange(di_calendario, giorno.mese)[1]
    return date(di_calendario, giorno.mese, min(giorno.giorno, ultimo))
