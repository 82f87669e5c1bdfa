"""The act of nomination: its words are frozen with the nomination, a worker prints it."""

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
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.nomina import (
    FOGLIO,
    MODELLO,
    TIPO,
    ContestoNomina,
    contesto_nomina,
    html_nomina,
    oggetto_di,
)
from selezioni_pon.models import Commissione
from selezioni_pon.queries.commissione.lavori import membri
from selezioni_pon.services.commissione.blocco import blocca_commissione

STAMPA: Final = "selezioni_pon.stampa_nomina"
SENZA_DIRIGENTE: Final = "Oggi nessuno dirige l’istituto: manca chi firma la nomina."


@transaction.atomic
def chiedi_nomina(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Commissione:
    """Freeze the act of nomination under its protocol number, and ask for its print.

    The same one if it was made already. Raises AttoRifiutato when nobody directs the institute.
    """
    commissione = blocca_commissione(autore, avviso_id)
    if commissione.documento is None:
        commissione.documento = _documento(autore, adesso, commissione)
        commissione.save(update_fields=["documento", "protocollo"])
        annota(
            autore=autore, adesso=adesso, azione="prepara atto di nomina", oggetto=commissione,
            dati={"documento": commissione.documento.pk},
        )  # fmt: skip
    if not commissione.documento.impronta:
        _accoda(autore, adesso, commissione, commissione.documento)
    return commissione


@transaction.atomic
def chiedi_ristampa(
    *, autore: Contesto, adesso: datetime, commissione: Commissione
) -> Lavoro | None:
    """Ask again for the print of the act; None where it is printed, or there is none."""
    documento = commissione.documento
    if documento is None or documento.impronta:
        return None
    annota(
        autore=autore, adesso=adesso, azione="chiede la stampa della nomina", oggetto=commissione,
        dati={"documento": documento.pk},
    )  # fmt: skip
    return _accoda(autore, adesso, commissione, documento)


def _documento(autore: Contesto, adesso: datetime, commissione: Commissione) -> Documento:
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", SENZA_DIRIGENTE)
    commissione.protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=oggetto_di(commissione.avviso),
        verso=Verso.INTERNO,
    )
    emissione = Emissione(
        autore.istituto, firmatario, autore.oggi, commissione.protocollo, nuovo_codice()
    )
    contesto = contesto_nomina(commissione, membri(commissione), emissione)
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo,
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=commissione.protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
    )


def _accoda(
    autore: Contesto, adesso: datetime, commissione: Commissione, documento: Documento
) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa della nomina della commissione",
        totale=1,
        indirizzo=reverse(
            "selezioni:commissione", args=[autore.istituto.slug, commissione.avviso_id]
        ),
    )


@transaction.atomic
def stampa_nomina(istituto_id: int, documento_id: int) -> Documento:
    """Print an act of nomination and keep the bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoNomina.from_dict(documento.contesto)
    pdf = stampa(
        html_nomina(contesto),
        titolo=documento.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
