"""What was to be told was told in those days: the first tick has nothing to send."""

from django.db.models import F

from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria
from cpia.scuola.models import Istituto


def gia_partiti(
    istituto: Istituto, tipo: str, riferimento: str = "", *, esito: str = "nel portale"
) -> int:
    """Mark as sent what waits of this kind, of one object if it is named; how many."""
    attesa = Promemoria.objects.filter(
        istituto=istituto, tipo__startswith=tipo, stato=StatoPromemoria.IN_ATTESA
    )
    if riferimento:
        attesa = attesa.filter(riferimento=riferimento)
    attesa.filter(destinatario__isnull=True).update(testo="")  # as when a letter leaves
    return attesa.update(stato=StatoPromemoria.INVIATO, inviato_il=F("dovuto_il"), esito=esito)
