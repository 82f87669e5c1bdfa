"""What a deliberation does to those before it, and which regulation it adopts."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.norme.models import Regolamento
from cpia.scuola.access import Contesto
from organi_collegiali.enums import AttoEffetto
from organi_collegiali.models import Delibera, Effetto
from organi_collegiali.queries.delibere.vigenza import Vigenze
from organi_collegiali.rules.delibere.vigenza import verifica_effetto
from organi_collegiali.services.delibere.estratti import blocca_delibera


@transaction.atomic
def registra_effetto(
    *,
    autore: Contesto,
    adesso: datetime,
    delibera_id: int,
    su_id: int,
    atto: AttoEffetto,
    in_parte: bool,
) -> Effetto:
    """Write that a deliberation amends, revokes or ratifies an older one. Raises AttoRifiutato."""
    delibera = blocca_delibera(autore, delibera_id)
    # The older one is held too: two deliberations cannot revoke it at the same time.
    su = blocca_delibera(autore, su_id)
    esigi(
        verifica_effetto(
            atto=atto,
            stesso_organo=su.organo.norma == delibera.organo.norma,
            viene_prima=(su.adottata_il, su.pk) < (delibera.adottata_il, delibera.pk),
            revocata=su.pk in Vigenze(autore.istituto.pk, delibera.adottata_il).revocate(),
            gia_detto=Effetto.objects.filter(
                istituto=autore.istituto, delibera=delibera, su=su
            ).exists(),
        )
    )
    effetto = Effetto.objects.create(
        istituto=autore.istituto,
        delibera=delibera,
        su=su,
        atto=atto,
        in_parte=in_parte and atto is not AttoEffetto.RATIFICA,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="registra effetto",
        oggetto=delibera,
        dati={"su": su.pk, "atto": atto.value, "in_parte": effetto.in_parte},
    )
    return effetto


@transaction.atomic
def togli_effetto(*, autore: Contesto, adesso: datetime, effetto_id: int) -> Delibera:
    """Take away what was written by mistake: what the deliberation itself says does not change."""
    effetto = (
        Effetto.objects.select_for_update(of=("self",))
        .select_related("delibera")
        .get(pk=effetto_id, istituto=autore.istituto)
    )
    delibera = effetto.delibera
    annota(
        autore=autore,
        adesso=adesso,
        azione="toglie effetto",
        oggetto=delibera,
        dati={"su": effetto.su_id, "atto": effetto.atto},
    )
    effetto.delete()
    return delibera


@transaction.atomic
def indica_regolamento(
    *, autore: Contesto, adesso: datetime, delibera_id: int, regolamento: Regolamento
) -> Delibera:
    """Say which regulation a deliberation adopts: once. Raises AttoRifiutato."""
    delibera = blocca_delibera(autore, delibera_id)
    if delibera.regolamento_id is not None:
        raise rifiuta("regolamento", "Il regolamento che adotta è già indicato.")
    delibera.regolamento = regolamento
    delibera.save(update_fields=["regolamento"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="indica regolamento",
        oggetto=delibera,
        dati={"regolamento": regolamento.pk},
    )
    return delibera
