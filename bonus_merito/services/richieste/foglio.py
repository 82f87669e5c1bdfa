"""The paper of a request: frozen when it is sent, printed by a worker."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bonus_merito.documents import richiesta as carta
from bonus_merito.models import Attivita, Richiesta
from cpia.atti.models import Documento
from cpia.atti.services import (
    nuovo_codice,
    prepara_documento,
    registra_stampa,
    sostituisci_documento,
)
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto

STAMPA = "bonus_merito.stampa_richiesta"


def congela(
    autore: Contesto, adesso: datetime, richiesta: Richiesta, attivita: Sequence[Attivita]
) -> None:
    """Freeze the words of a request and ask for its print: part of the act, which saves it.

    Where there was a paper that still holds, the new one takes its place.
    """
    codice = nuovo_codice()
    contesto = carta.contesto_richiesta(
        richiesta, attivita, emesso=timezone.localdate(adesso), codice_verifica=codice
    )
    documento = prepara_documento(
        autore=autore, adesso=adesso, tipo=carta.TIPO, titolo=contesto.titolo,
        modello=carta.MODELLO, contesto=contesto.as_dict(), protocollo=richiesta.protocollo,
        firmato_da=contesto.chi, codice_verifica=codice, riservato=True,
    )  # fmt: skip
    vecchio = richiesta.documento
    if vecchio is not None and vecchio.annullato_il is None:
        sostituisci_documento(autore=autore, adesso=adesso, vecchio=vecchio, nuovo=documento)
    richiesta.documento = documento
    accoda(
        autore=autore, adesso=adesso, task=STAMPA, riferimento=documento.pk,
        titolo="La tua richiesta per il bonus", totale=1,
        indirizzo=reverse("bonus:mia", args=[autore.istituto.slug, richiesta.procedura_id]),
    )  # fmt: skip


@transaction.atomic
def stampa_richiesta(istituto_id: int, documento_id: int) -> Documento:
    """Print the paper of a request and keep its bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = carta.ContestoRichiesta.from_dict(documento.contesto)
    pdf = stampa(
        carta.html_richiesta(contesto), titolo=contesto.titolo, autore=contesto.istituto.nome,
        creato_il=documento.emesso_il, foglio=carta.FOGLIO,
    )  # fmt: skip
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
