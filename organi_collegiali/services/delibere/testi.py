"""The premises and the text of an item, written and written again before the vote."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi
from cpia.scuola.access import Contesto
from organi_collegiali.models import Punto
from organi_collegiali.queries.delibere.testi import puo_cambiare, versione_di
from organi_collegiali.rules.delibere import premesse as regole
from organi_collegiali.rules.delibere.premesse import RigaPremessa
from organi_collegiali.services.blocco import blocca_seduta, tocca


@transaction.atomic
def scrivi_testo(
    *,
    autore: Contesto,
    adesso: datetime,
    punto_id: int,
    premesse: Sequence[RigaPremessa],
    testo: str,
    esecutiva: bool,
    versione: str,
) -> Punto:
    """Keep what is proposed to deliberate on an item, as it was read in ``versione``.

    ``versione`` is of these words only (``queries.testi.versione_di``): who writes the notes of
    the discussion does not stop who writes the text. Raises Conflitto with the item as it is kept
    now, AttoRifiutato once the vote has begun.
    """
    seduta_id = Punto.objects.values_list("seduta_id", flat=True).get(
        pk=punto_id, istituto=autore.istituto
    )
    seduta = blocca_seduta(autore, seduta_id)
    punto = Punto.objects.select_for_update().get(pk=punto_id, istituto=autore.istituto)
    punto.seduta = seduta
    esigi(puo_cambiare(punto))
    scritte = regole.scrivi(regole.pulisci(premesse))
    if (scritte, testo, esecutiva) == (punto.premesse, punto.testo_proposto, punto.esecutiva):
        # Also when the answer to an earlier try was lost.
        return punto
    if versione != versione_di(punto):
        raise Conflitto(punto)
    punto.premesse, punto.testo_proposto, punto.esecutiva = scritte, testo, esecutiva
    punto.save(update_fields=["premesse", "testo_proposto", "esecutiva"])
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="scrive testo",
        oggetto=seduta,
        dati={"punto": punto.pk, "premesse": len(scritte), "caratteri": len(testo)},
    )
    return punto
