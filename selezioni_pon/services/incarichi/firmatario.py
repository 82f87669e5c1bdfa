"""Who signs for the school."""

from typing import Final

from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona

SENZA_DIRIGENTE: Final = "Oggi nessuno dirige l’istituto: manca chi firma."


def chi_firma(autore: Contesto) -> Persona:
    """Who directs the institute today. Raises AttoRifiutato when nobody does."""
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", SENZA_DIRIGENTE)
    return firmatario
