"""The copy of the minutes that some schools send to the direction (`003`, councils of a class)."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.models import Verbale
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.queries.verbali.scadenze import COPIA, copie_mandate
from organi_collegiali.rules.verbali.termini_verbale import verifica_copia
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale
from organi_collegiali.services.verbali.uscita_verbali import manda_in_direzione


@transaction.atomic
def manda_copia(*, autore: Contesto, adesso: datetime, verbale_id: int) -> Verbale:
    """Send the direction a copy of the minutes as they are written now: who directs is told.

    Of who runs the sitting. The register keeps when: the term is met from then. Raises
    AttoRifiutato where no copy is asked for, for a second one, and for minutes still to write.
    """
    verbale = blocca_verbale(autore, verbale_id)
    esigi(
        verifica_copia(
            dovuta=queries.termine_della_copia(verbale.seduta) is not None,
            mandata=verbale.pk in copie_mandate(autore.istituto.pk, [verbale.pk]),
            vuoti=queries.vuoti(verbale),
            senza_esito=queries.senza_esito(verbale),
        )
    )
    avvisati = manda_in_direzione(verbale, adesso)
    annota(autore=autore, adesso=adesso, azione=COPIA, oggetto=verbale, dati={"avvisati": avvisati})
    return verbale
