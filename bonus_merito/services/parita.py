"""A tie across the cut is decided by the dirigente, with a reason: never by accident."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from bonus_merito.models import Parita
from bonus_merito.queries.parita import alla_pari
from bonus_merito.rules.valutazione import verifica_parita
from bonus_merito.services.blocco_valutazione import blocca_in_valutazione
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto


@transaction.atomic
def decide_parita(
    *,
    autore: Contesto,
    adesso: datetime,
    procedura_id: int,
    pari: Collection[int],
    scelte: Collection[int],
    motivo: str,
) -> Parita:
    """Keep some of those who are level on the limit of the beneficiaries.

    ``pari`` are the requests that the page showed as level. The last decision on the same people
    holds; it holds no more when the people are others. Raises AttoRifiutato without a tie, a
    reason, or as many as there is room for; Conflitto when who is level has changed.
    """
    procedura = blocca_in_valutazione(autore, procedura_id)
    adesso_pari = alla_pari(procedura)
    if adesso_pari is None:
        raise rifiuta("senza_parita", "Adesso nessuno è alla pari sul limite dei beneficiari.")
    if adesso_pari.ids != set(pari):
        raise Conflitto(adesso_pari)
    tenute = set(scelte)
    esigi(verifica_parita(tenute, adesso_pari.ids, adesso_pari.posti, motivo, adesso_pari.fonte))
    decisa = Parita.objects.create(
        istituto=autore.istituto, procedura=procedura, pari=sorted(adesso_pari.ids),
        scelte=sorted(tenute), motivo=motivo, decisa_il=adesso, decisa_da=autore.persona,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="decide parità del bonus", oggetto=decisa,
        dati={"procedura": procedura.pk},
    )  # fmt: skip
    return decisa
