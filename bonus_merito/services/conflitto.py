"""Who takes part in a procedure abstains from the acts on it."""

from bonus_merito.models import Procedura
from bonus_merito.queries.proprie import giudicata
from bonus_merito.rules.conflitto import contro_chi_partecipa
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto


def esigi_estraneo(autore: Contesto, procedura: Procedura) -> None:
    """Raise AttoRifiutato for who has a request that counts in this procedure. One query."""
    esigi(contro_chi_partecipa(partecipa=giudicata(autore, procedura) is not None))
