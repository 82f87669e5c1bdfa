"""How long one is a candidate: as long as the procedure, or until the office says otherwise."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota_di_chi_non_entra
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.services.effetti import revoca_subito
from cpia.scuola.models import Incarico
from cpia.scuola.queries import in_vigore
from selezioni_pon.queries.esterni import ancora_in_procedura
from selezioni_pon.rules.esterni import da_prolungare, ruolo_fino_al

PROLUNGA: Final = "prolunga ruolo di candidato"
IN_PROCEDURA: Final = (
    "Ha una domanda, una proposta o un incarico in corso, o è nell’albo degli esperti: il ruolo "
    "resta finché serve."
)


@transaction.atomic
def termina_ruolo(*, autore: Contesto, adesso: datetime, persona_id: int, motivo: str) -> None:
    """End at once the role of somebody who has nothing under way, for a reason; by the office.

    The sessions of the person are closed. Raises AttoRifiutato.
    """
    tenuti = list(
        Incarico.objects.select_for_update(of=("self",))
        .select_related("persona")
        .filter(
            in_vigore(autore.oggi), istituto=autore.istituto, persona_id=persona_id,
            ruolo=Ruolo.CANDIDATO,
        )
    )  # fmt: skip
    if not tenuti:
        raise rifiuta("non_candidato", "Non è più fra i candidati.")
    if ancora_in_procedura(autore.istituto.pk, autore.oggi).filter(pk=persona_id).exists():
        raise rifiuta("in_procedura", IN_PROCEDURA)
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi il motivo.", "", "motivo")
    for incarico in tenuti:
        revoca_subito(autore, adesso, incarico, {"motivo": motivo.strip()})


@transaction.atomic
def prolunga_ruoli(*, istituto_id: int, adesso: datetime) -> int:
    """Make longer the roles about to end of who is still in a procedure; how many. The scheduler.

    One reads the own application, answers and complains with a login that lasts until then.
    """
    oggi = timezone.localdate(adesso)
    tenuti = (
        Incarico.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("persona", "istituto")
        .filter(
            in_vigore(oggi), istituto_id=istituto_id, ruolo=Ruolo.CANDIDATO, al__isnull=False,
            persona__in=ancora_in_procedura(istituto_id, oggi),
        )
    )  # fmt: skip
    da_scrivere = [uno for uno in tenuti if uno.al is not None and da_prolungare(uno.al, oggi)]
    for incarico in da_scrivere:
        incarico.al = ruolo_fino_al(oggi)
        incarico.save(update_fields=["al"])
        annota_di_chi_non_entra(
            istituto=incarico.istituto, adesso=adesso, azione=PROLUNGA, oggetto=incarico.persona,
            dati={"al": incarico.al.isoformat()},
        )  # fmt: skip
    return len(da_scrivere)
