"""A draw between those who are level after every rule, put in the minutes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import SorteggioInfanzia
from selezioni_pon.queries.infanzia.anticipi import parita
from selezioni_pon.queries.infanzia.quadro import quadro
from selezioni_pon.rules.criteri_parita import SORTE
from selezioni_pon.services.infanzia.blocco import blocca_elenco


@transaction.atomic
def registra_sorteggio(
    *,
    autore: Contesto,
    adesso: datetime,
    elenco_id: int,
    verbale: str,
    usciti: Sequence[int],
) -> SorteggioInfanzia:
    """Record in which order applications that are level came out: who directs may.

    A second click gives the same one. Raises AttoRifiutato when they are not those who are level,
    all of them and each once, and for minutes that another draw has already.
    """
    elenco = blocca_elenco(autore, elenco_id)
    gia = elenco.sorteggi.filter(verbale=verbale).first()
    if gia is not None and gia.usciti == list(usciti):
        return gia
    if gia is not None:
        testo = "Con questo verbale c’è già un altro sorteggio: scrivi anche di quale si tratta."
        raise rifiuta("verbale_preso", testo, campo="verbale")
    estratti = [str(chi) for chi in usciti]
    if not any(sorted(gruppo) == sorted(estratti) for gruppo in parita(quadro(elenco))):
        testo = "Il sorteggio è fra tutti quelli a pari merito, ciascuno una volta."
        raise rifiuta("non_a_pari_merito", testo, SORTE)
    sorteggio = SorteggioInfanzia.objects.create(
        istituto=autore.istituto,
        elenco=elenco,
        verbale=verbale,
        usciti=list(usciti),
        fatto_il=adesso,
        fatto_da=autore.persona,
    )
    annota(
        autore=autore, adesso=adesso, azione="registra sorteggio per l’infanzia", oggetto=elenco,
        dati={"verbale": verbale},
    )  # fmt: skip
    return sorteggio
