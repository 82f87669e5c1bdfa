"""The paper of a call: its words are frozen when it is published, a worker prints it."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from cpia.atti.enums import Verso
from cpia.atti.models import Documento
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla, registra_stampa
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.documents.avviso import (
    FOGLIO,
    MODELLO,
    TIPO,
    ContestoAvviso,
    contesto_avviso,
    html_avviso,
)
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.parole import oggetto_di
from selezioni_pon.models import Avviso
from selezioni_pon.services.avvisi.blocco import blocca_avviso

STAMPA: Final = "selezioni_pon.stampa_avviso"
SENZA_DIRIGENTE: Final = "Oggi nessuno dirige l’istituto: manca chi firma l’avviso."


@transaction.atomic
def chiedi_carta(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Avviso:
    """Freeze the paper of a published call under its protocol number, and ask for its print.

    The same one if it was made already: its print is only asked again when it is missing. Raises
    AttoRifiutato when nobody directs the institute today.
    """
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.documento is None:
        avviso.documento = _documento(autore, adesso, avviso)
        avviso.save(update_fields=["documento", "protocollo"])
        annota(
            autore=autore, adesso=adesso, azione="prepara documento dell’avviso", oggetto=avviso,
            dati={"documento": avviso.documento.pk},
        )  # fmt: skip
    if not avviso.documento.impronta:
        _accoda(autore, adesso, avviso, avviso.documento)
    return avviso


@transaction.atomic
def chiedi_stampa(*, autore: Contesto, adesso: datetime, avviso: Avviso) -> Lavoro | None:
    """Ask again for the print of a published call; None where it is printed, or there is none.

    One that is under way already is not asked twice.
    """
    documento = avviso.documento
    if documento is None or documento.impronta:
        return None
    annota(
        autore=autore, adesso=adesso, azione="chiede la stampa dell’avviso", oggetto=avviso,
        dati={"documento": documento.pk},
    )  # fmt: skip
    return _accoda(autore, adesso, avviso, documento)


def _documento(autore: Contesto, adesso: datetime, avviso: Avviso) -> Documento:
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", SENZA_DIRIGENTE)
    avviso.protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=oggetto_di(avviso), verso=Verso.INTERNO
    )
    emissione = Emissione(
        autore.istituto, firmatario, autore.oggi, avviso.protocollo, nuovo_codice()
    )
    contesto = contesto_avviso(avviso, emissione)
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo,
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=avviso.protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
    )


def _accoda(autore: Contesto, adesso: datetime, avviso: Avviso, documento: Documento) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa dell’avviso di selezione",
        totale=1,
        indirizzo=reverse("selezioni:avviso", args=[autore.istituto.slug, avviso.pk]),
    )


@transaction.atomic
def stampa_avviso(istituto_id: int, documento_id: int) -> Documento:
    """Print a call and keep the bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoAvviso.from_dict(documento.contesto)
    pdf = stampa(
        html_avviso(contesto),
        titolo=documento.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
