"""Hours at a distance: they count once a teacher of the group has checked them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cpia.atti.services.registro import annota_molte
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Presenza
from patto_formativo.queries.frequenza.lezioni import da_verificare
from patto_formativo.rules.frequenza import FASE_4


@transaction.atomic
def verifica_distanza(
    *, autore: Contesto, adesso: datetime, presenze: Iterable[int], verifica: str
) -> int:
    """Attest that these hours were really followed; ``verifica`` says how it was found out.

    Of the teachers of the group («apposite attività di verifica a cura dei docenti»). How many.
    Raises AttoRifiutato when one of them is no longer to be checked: none is.
    """
    scelte = set(presenze)
    if not scelte:
        raise rifiuta("nessuna", "Scegli le ore da verificare.", FASE_4, "presenze")
    righe = list(
        Presenza.objects.select_for_update(of=("self",)).filter(
            istituto=autore.istituto, pk__in=scelte, verificata_il__isnull=True,
            lezione__in=da_verificare(autore).values("lezione"),
        )
    )  # fmt: skip
    if len(righe) != len(scelte):
        testo = "Qualcuna è già stata verificata o cambiata: rileggi l’elenco."
        raise rifiuta("gia_verificata", testo, "", "presenze")
    Presenza.objects.filter(istituto=autore.istituto, pk__in=scelte).update(
        verifica=verifica, verificata_il=adesso, verificata_da=autore.persona
    )
    annota_molte(
        autore=autore, adesso=adesso, azione="verifica ore a distanza",
        righe=[(riga, {"lezione": riga.lezione_id, "ore": str(riga.ore)}) for riga in righe],
    )  # fmt: skip
    return len(righe)
