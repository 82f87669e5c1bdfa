"""A call for people of outside is told to the experts of a sector."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Avviso
from selezioni_pon.queries.albo_esperti.avvisare import contro_l_avviso
from selezioni_pon.queries.albo_esperti.elenchi import per_settore
from selezioni_pon.services.albo_esperti.notizie import avverti_dell_avviso


@transaction.atomic
def avverti_esperti(*, autore: Contesto, adesso: datetime, avviso_id: int, settore: str) -> int:
    """Tell a call that is open to the experts of a sector who may be called; how many were told.

    Who prepares may; who was told already of this call is not told again. Raises AttoRifiutato
    for a call that is not open, or is not for outside; for a sector without anybody.
    """
    avviso = (
        Avviso.objects.select_for_update(of=("self",))
        .select_related("istituto", "selezione")
        .get(pk=avviso_id, istituto=autore.istituto)
    )
    esigi(contro_l_avviso(avviso, adesso))
    esperti = per_settore(autore.istituto.pk, autore.oggi).get(settore, [])
    if not esperti:
        testo = "In questo settore nessuno è nell’albo oggi: scegline un altro."
        raise rifiuta("settore_vuoto", testo, campo="settore")
    persone = {una.persona_id: una.persona for una in esperti}
    quanti = avverti_dell_avviso(avviso, persone.values(), adesso)
    annota(
        autore=autore, adesso=adesso, azione="avverte gli esperti dell’albo", oggetto=avviso,
        dati={"settore": settore, "avvertiti": quanti},
    )  # fmt: skip
    return quanti
