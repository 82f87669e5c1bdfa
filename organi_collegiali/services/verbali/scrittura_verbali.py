"""The minutes are written: opening and closing words, notes of each item, saved as one types."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi
from cpia.scuola.access import Contesto
from organi_collegiali.models import Punto, Verbale
from organi_collegiali.queries.verbali.verbali import stato_di
from organi_collegiali.rules.verbali import stati_verbale as rules
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale


@transaction.atomic
def scrivi_parole(
    *,
    autore: Contesto,
    adesso: datetime,
    verbale_id: int,
    apertura: str,
    chiusura: str,
    versione: int,
) -> Verbale:
    """Keep the words that open and close the minutes, as they were read in ``versione``.

    Of who runs the sitting. Raises Conflitto with the minutes as they are kept now, AttoRifiutato
    once they may not be written any more.
    """
    verbale = blocca_verbale(autore, verbale_id)
    esigi(rules.verifica_scrittura(stato_di(verbale)))
    if versione != verbale.versione:
        raise Conflitto(verbale)
    if (apertura, chiusura) == (verbale.apertura, verbale.chiusura):
        return verbale
    verbale.apertura, verbale.chiusura = apertura, chiusura
    verbale.versione += 1
    verbale.save(update_fields=["apertura", "chiusura", "versione"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="scrive il verbale",
        oggetto=verbale,
        dati={"caratteri": len(apertura) + len(chiusura)},
    )
    return verbale


@transaction.atomic
def scrivi_note(
    *,
    autore: Contesto,
    adesso: datetime,
    verbale_id: int,
    punto_id: int,
    discussione: str,
    versione: int,
) -> Punto:
    """Keep what was said on one item, as it was read in ``versione``.

    Of who runs the sitting. Raises Conflitto with the item as it is kept now, AttoRifiutato once
    the minutes may not be written any more.
    """
    verbale = blocca_verbale(autore, verbale_id)
    esigi(rules.verifica_scrittura(stato_di(verbale)))
    punto = Punto.objects.select_for_update().get(
        pk=punto_id, istituto=autore.istituto, seduta_id=verbale.seduta_id
    )
    if versione != punto.versione:
        raise Conflitto(punto)
    if discussione == punto.discussione:
        return punto
    punto.discussione = discussione
    punto.versione += 1
    punto.save(update_fields=["discussione", "versione"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="scrive il verbale",
        oggetto=verbale,
        dati={"punto": punto.pk, "caratteri": len(discussione)},
    )
    return punto
