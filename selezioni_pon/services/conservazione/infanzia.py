"""Applications to the scuola dell’infanzia of years that ended long ago."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cpia.atti.services import annota_di_chi_non_entra
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia, RigaInfanzia
from selezioni_pon.queries.scaduti import scadenza_passata

AZIONE: Final = "elimina iscrizioni scadute"


@transaction.atomic
def elimina_iscrizioni_scadute(*, istituto_id: int, adesso: datetime) -> int:
    """Delete what families declared, and their places in the lists, at the term; how many lists.

    That there was a list stays, with its printed versions, which are of the archive. The scheduler.
    """
    limite = scadenza_passata("selezioni_pon.DomandaInfanzia", timezone.localdate(adesso))
    elenchi = list(
        ElencoInfanzia.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("istituto")
        .filter(
            Exists(DomandaInfanzia.objects.filter(elenco=OuterRef("pk"))),
            istituto_id=istituto_id,
            # A school year ends on 31 August of the one after.
            anno_scolastico__inizio__lt=limite.year - (limite.month < 9),
        )
    )  # fmt: skip
    for elenco in elenchi:
        domande = DomandaInfanzia.objects.filter(istituto_id=istituto_id, elenco=elenco)
        annota_di_chi_non_entra(
            istituto=elenco.istituto, adesso=adesso, azione=AZIONE, oggetto=elenco,
            dati={"domande": domande.count()},
        )  # fmt: skip
        RigaInfanzia.objects.filter(istituto_id=istituto_id, domanda__in=domande).delete()
        domande.delete()
    return len(elenchi)
