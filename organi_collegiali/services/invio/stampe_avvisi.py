"""The bytes of a notice, from its frozen words."""

from datetime import datetime

from django.db import transaction

from cpia.atti.models import Documento
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto
from organi_collegiali.documents.avvisi import FOGLIO, ContestoAvviso, html_avviso
from organi_collegiali.documents.inviti import indirizzo
from organi_collegiali.models import Avviso
from organi_collegiali.services.stampe import stampa_carta

STAMPA = "organi_collegiali.stampa_avviso"
TITOLO = "Stampa dell’avviso di seduta"


@transaction.atomic
def chiedi_stampa(*, autore: Contesto, adesso: datetime, avviso: Avviso) -> list[Lavoro]:
    """Ask for the papers of a notice that are not printed yet: one, or with the public one two."""
    return [
        accoda(
            autore=autore,
            adesso=adesso,
            task=STAMPA,
            riferimento=documento.pk,
            titolo=TITOLO,
            totale=1,
            indirizzo=indirizzo(avviso.seduta),
        )
        for documento in carte(avviso)
        if not documento.impronta
    ]


def carte(avviso: Avviso) -> list[Documento]:
    """The papers of a notice: that of who sits and, where it says less, that of the albo."""
    pubblico = avviso.pubblicazione.documento if avviso.pubblicazione else None
    return list({d.pk: d for d in (avviso.documento, pubblico) if d is not None}.values())


@transaction.atomic
def stampa_avviso(istituto_id: int, documento_id: int) -> Documento:
    """Print a notice and keep its bytes; one that is printed stays as it is."""
    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoAvviso.from_dict(documento.contesto)
    return stampa_carta(documento, contesto, html_avviso, FOGLIO)
