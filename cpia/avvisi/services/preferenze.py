"""How a person wants to be told: each notice at once, or one mail a day."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.avvisi import rules
from cpia.avvisi.enums import Posta, StatoPromemoria
from cpia.avvisi.models import PreferenzeAvvisi, Promemoria
from cpia.scuola.access import Contesto


@transaction.atomic
def scegli_avvisi(
    *, autore: Contesto, adesso: datetime, posta: Posta, ora_riepilogo: int
) -> PreferenzeAvvisi:
    """Everybody chooses for oneself how the mails come; ``ora_riepilogo`` is a whole hour, 0-23.

    Who passes to the digest after its hour has the first tomorrow. Who goes back to «subito» loses
    nothing: what was waiting for the digest leaves now, one by one.
    """
    preferenze = _bloccate(autore)
    if preferenze.posta != posta and posta == Posta.RIEPILOGO:
        preferenze.ultimo_riepilogo = rules.ultimo_alla_scelta(
            ora_riepilogo, preferenze.ultimo_riepilogo, timezone.localtime(adesso)
        )
    preferenze.posta, preferenze.ora_riepilogo = posta, ora_riepilogo
    preferenze.save(update_fields=["posta", "ora_riepilogo", "ultimo_riepilogo"])
    if posta == Posta.SUBITO:
        _rilascia(autore, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="sceglie come ricevere gli avvisi",
        oggetto=preferenze,
        dati={"posta": posta, "ora": ora_riepilogo},
    )
    return preferenze


def _bloccate(autore: Contesto) -> PreferenzeAvvisi:
    """The person's row, made when there is none; held, so that no notice is filed meanwhile."""
    PreferenzeAvvisi.objects.bulk_create(
        [PreferenzeAvvisi(istituto=autore.istituto, persona=autore.persona)], ignore_conflicts=True
    )
    return PreferenzeAvvisi.objects.select_for_update().get(
        istituto=autore.istituto, persona=autore.persona
    )


def _rilascia(autore: Contesto, adesso: datetime) -> None:
    Promemoria.objects.filter(
        istituto=autore.istituto,
        destinatario=autore.persona,
        stato=StatoPromemoria.NEL_RIEPILOGO,
    ).update(stato=StatoPromemoria.IN_ATTESA, prossimo_tentativo_il=adesso)
