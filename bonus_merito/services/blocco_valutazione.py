"""The rows of an assessment, locked for the act that changes them."""

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.services.conflitto import esigi_estraneo
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto


def blocca_in_valutazione(autore: Contesto, procedura_id: int) -> Procedura:
    """The procedure, locked, between the end of the requests and the decree.

    Raises AttoRifiutato in any other state, and for who takes part.
    """
    procedura = (
        Procedura.objects.select_for_update(of=("self",))
        .select_related("fondo__anno_scolastico", "istituto")
        .get(istituto=autore.istituto, pk=procedura_id)
    )
    if procedura.stato != StatoProcedura.IN_VALUTAZIONE.value:
        stato = procedura.get_stato_display()
        testo = f"La procedura è {stato}: si valuta fra la chiusura delle richieste e il decreto."
        raise rifiuta("stato", testo)
    esigi_estraneo(autore, procedura)
    return procedura


def blocca_richiesta(autore: Contesto, richiesta_id: int) -> Richiesta:
    """The request of who takes part, with its procedure locked.

    Raises AttoRifiutato for one taken back or never sent, and as ``blocca_in_valutazione``.
    """
    righe = Richiesta.objects.filter(istituto=autore.istituto)
    procedura_id = righe.values_list("procedura_id", flat=True).get(pk=richiesta_id)
    procedura = blocca_in_valutazione(autore, procedura_id)
    richiesta = righe.select_related("persona", "valutazione").get(pk=richiesta_id)
    if richiesta.stato not in CONCORRONO:
        stato = richiesta.get_stato_display()
        raise rifiuta("richiesta", f"La richiesta è {stato}: non si valuta.")
    richiesta.procedura = procedura
    return richiesta
