"""The rows of a list, locked."""

from cpia.scuola.access import Contesto
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia


def blocca_elenco(autore: Contesto, elenco_id: int) -> ElencoInfanzia:
    """A list with its year and its school, locked: whoever writes in it waits for the others."""
    return (
        ElencoInfanzia.objects.select_for_update(of=("self",))
        .select_related("istituto", "anno_scolastico", "sede")
        .get(pk=elenco_id, istituto=autore.istituto)
    )


def blocca_domanda(autore: Contesto, domanda_id: int) -> DomandaInfanzia:
    """An application with its child, and its list, locked: the list first, as every act does."""
    elenco_id = DomandaInfanzia.objects.values_list("elenco_id", flat=True).get(
        pk=domanda_id, istituto=autore.istituto
    )
    elenco = blocca_elenco(autore, elenco_id)
    domanda = (
        DomandaInfanzia.objects.select_for_update(of=("self",))
        .select_related("bambino")
        .get(pk=domanda_id, istituto=autore.istituto)
    )
    domanda.elenco = elenco
    return domanda
