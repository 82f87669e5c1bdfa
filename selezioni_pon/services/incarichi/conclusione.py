"""A call whose posts are all signed for is over, with a good outcome."""

from datetime import datetime

from cpia.atti.services import annota
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso, StatoProposta
from selezioni_pon.models import Avviso, Contratto


def concludi_se_coperto(autore: Contesto, adesso: datetime, avviso: Avviso) -> bool:
    """Conclude the locked call when every post has its signed contract; whether it did."""
    firmati = Contratto.objects.filter(
        istituto=autore.istituto,
        proposta__candidatura__avviso=avviso,
        proposta__stato=StatoProposta.ACCETTATA.value,
        firmato_il__isnull=False,
    ).count()
    if avviso.stato != StatoAvviso.PUBBLICATO or firmati < avviso.posti:
        return False
    avviso.stato, avviso.modificato_il = StatoAvviso.CONCLUSO.value, adesso
    avviso.versione += 1
    avviso.save(update_fields=["stato", "modificato_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="conclude avviso con gli incarichi", oggetto=avviso,
        dati={"coperti": firmati},
    )  # fmt: skip
    return True
