"""Numbers without gaps and without duplicates, however many ask at once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.enums import RegistroNumeri, Verso
from cpia.atti.models import Contatore, Protocollo
from cpia.atti.services.registro import annota
from cpia.scuola.access import Contesto


@transaction.atomic
def prossimo_numero(*, istituto_id: int, registro: RegistroNumeri, anno: int) -> int:
    """The next number of a series of a calendar year.

    The counter's row stays locked until the act that takes the number commits: if the act
    fails the number goes back, so no gap is left.
    """
    Contatore.objects.bulk_create(
        [Contatore(istituto_id=istituto_id, registro=registro, anno=anno)], ignore_conflicts=True
    )
    contatore = Contatore.objects.select_for_update().get(
        istituto_id=istituto_id, registro=registro, anno=anno
    )
    contatore.ultimo += 1
    contatore.save(update_fields=["ultimo"])
    return contatore.ultimo


@transaction.atomic
def protocolla(
    *,
    autore: Contesto,
    adesso: datetime,
    oggetto: str,
    verso: Verso = Verso.USCITA,
    corrispondente: str = "",
    riservato: bool = False,
) -> Protocollo:
    """Take the next protocol number of the calendar year (DPR 445/2000 art. 53 c. 1)."""
    anno = timezone.localtime(adesso).year
    protocollo = Protocollo.objects.create(
        istituto=autore.istituto,
        anno=anno,
        numero=prossimo_numero(
            istituto_id=autore.istituto.pk, registro=RegistroNumeri.PROTOCOLLO, anno=anno
        ),
        registrato_il=adesso,
        verso=verso,
        oggetto=oggetto,
        corrispondente=corrispondente,
        riservato=riservato,
        autore=autore.persona,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="protocolla",
        oggetto=protocollo,
        dati={"numero": protocollo.numero, "anno": anno},
    )
    return protocollo
