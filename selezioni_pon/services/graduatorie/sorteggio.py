"""A draw is put on record, as its minutes tell it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Sorteggio
from selezioni_pon.rules.sorteggio import VERBALE, verifica_sorteggio
from selezioni_pon.services.graduatorie.blocco import (
    blocca_in_graduatoria,
    formata_a_lavori_chiusi,
)


@transaction.atomic
def registra_sorteggio(
    *,
    autore: Contesto,
    adesso: datetime,
    avviso_id: int,
    usciti: Sequence[str],
    verbale: str,
    presenti: str = "",
) -> Sorteggio:
    """Record who came out, in order: who directs or presides the commission may.

    Written once: a wrong one is corrected by a later draw in other minutes. Raises AttoRifiutato
    for who is not level today, or not all of them, and for minutes that have a draw already.
    """
    avviso = blocca_in_graduatoria(autore, avviso_id)
    fatta = formata_a_lavori_chiusi(avviso)
    verbale = verbale.strip()
    esigi(verifica_sorteggio(fatta.graduatoria.ordine, usciti, verbale))
    if Sorteggio.objects.filter(avviso=avviso, verbale=verbale).exists():
        testo = (
            "In questo verbale c’è già un sorteggio: se è un altro, scrivilo, per esempio «verbale "
            "n. 3, secondo sorteggio»."
        )
        raise rifiuta("verbale_usato", testo, VERBALE, "verbale")
    sorteggio = Sorteggio.objects.create(
        istituto=autore.istituto, avviso=avviso, verbale=verbale,
        usciti=[int(chi) for chi in usciti], presenti=presenti.strip(), fatto_il=adesso,
        fatto_da=autore.persona,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="registra sorteggio", oggetto=avviso,
        dati={"verbale": verbale},
    )  # fmt: skip
    return sorteggio
