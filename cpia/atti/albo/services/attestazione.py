"""The school attests that an act stayed on its albo all its days."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.atti.albo import documents, rules
from cpia.atti.albo.errori import PubblicazioneRifiutata, esigi
from cpia.atti.albo.rules import Violazione
from cpia.atti.albo.services.blocco import blocca, stato_di
from cpia.atti.enums import Verso
from cpia.atti.models import Documento
from cpia.atti.pdf import quante_pagine, stampa
from cpia.atti.services import (
    annota,
    nuovo_codice,
    prepara_documento,
    protocolla,
    registra_stampa,
)
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.queries import persone_con_ruolo
from cpia.scuola.registri import accoda

# The worker that prints shows its progress, which only the storeys above know how to do.
STAMPA = "cpia.portale.stampa_attestazione"


@transaction.atomic
def attesta_pubblicazione(
    *, autore: Contesto, adesso: datetime, pubblicazione_id: int
) -> Documento:
    """Prepare the attestation with its protocol number; a worker prints it.

    Raises ``PubblicazioneRifiutata`` before the days are over, for an annulled act, the second
    time, and when nobody directs the institute today.
    """
    oggi = timezone.localdate(adesso)
    pubblicazione = blocca(autore, pubblicazione_id)
    stampato = pubblicazione.documento is None or bool(pubblicazione.documento.impronta)
    esigi(
        rules.giudica_attestazione(
            stato_di(pubblicazione, oggi),
            gia_attestata=bool(pubblicazione.attestazione_id),
            documento_stampato=stampato,
        )
    )
    firmatario = persone_con_ruolo(autore.istituto.pk, Ruolo.DIRIGENTE, oggi).first()
    if firmatario is None:
        raise PubblicazioneRifiutata([Violazione("", "Oggi nessuno dirige l’istituto: chi firma?")])
    titolo = f"Attestazione di pubblicazione, {pubblicazione}"
    protocollo = protocolla(autore=autore, adesso=adesso, oggetto=titolo, verso=Verso.INTERNO)
    contesto = documents.attestazione(
        pubblicazione, firmatario, protocollo, oggi=oggi, codice_verifica=nuovo_codice()
    )
    documento = prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=documents.TIPO,
        titolo=titolo,
        modello=documents.MODELLO,
        contesto=contesto.as_dict(),
        protocollo=protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=contesto.verifica.codice,
    )
    pubblicazione.attestazione = documento
    pubblicazione.save(update_fields=["attestazione"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="attesta pubblicazione",
        oggetto=pubblicazione,
        dati={"documento": documento.pk, "protocollo": protocollo.pk},
    )
    accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo=titolo,
        totale=1,
        indirizzo=reverse("pubblicazione", args=[autore.istituto.slug, pubblicazione.pk]),
    )
    return documento


@transaction.atomic
def stampa_attestazione(*, istituto_id: int, documento_id: int) -> Documento:
    """Print an attestation and keep its bytes; one that is printed stays as it is."""
    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = documents.ContestoAttestazione.from_dict(documento.contesto)
    pdf = stampa(
        documents.html_attestazione(contesto),
        titolo=documento.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
