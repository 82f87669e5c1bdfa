"""The bytes of a circular, from its frozen words."""

from datetime import datetime

from django.db import transaction

from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from cpia.avvisi.circolari.documents import FOGLIO, ContestoCircolare, html_circolare
from cpia.avvisi.circolari.services.uscita import indirizzo
from cpia.avvisi.models import Circolare, Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto

STAMPA = "cpia.avvisi.circolari.stampa"


@transaction.atomic
def ristampa(*, autore: Contesto, adesso: datetime, circolare: Circolare) -> Lavoro:
    """Ask for the print of a circular; what is printed already is recognised."""
    if circolare.documento_id is None:
        raise ValueError("una bozza non si stampa")
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=circolare.documento_id,
        titolo=f"Stampa della circolare n. {circolare.numero}",
        totale=1,
        indirizzo=indirizzo(circolare),
    )


@transaction.atomic
def stampa_circolare(istituto_id: int, documento_id: int) -> Documento:
    """Print a circular and keep its bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoCircolare.from_dict(documento.contesto)
    pdf = stampa(
        html_circolare(contesto),
        titolo=contesto.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
