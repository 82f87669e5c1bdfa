"""The paper of a version: frozen when it is made, under its number, printed by a worker."""

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
from selezioni_pon.documents.infanzia import (
    FOGLIO,
    MODELLO,
    TIPO,
    ContestoElenco,
    contesto_elenco,
    html_elenco,
    titolo_di,
)
from selezioni_pon.models import VersioneInfanzia

STAMPA: Final = "selezioni_pon.stampa_infanzia"
SENZA_DIRIGENTE: Final = "Oggi nessuno dirige l’istituto: manca chi firma l’elenco."


@transaction.atomic
def chiedi_carta(*, autore: Contesto, adesso: datetime, versione_id: int) -> VersioneInfanzia:
    """Freeze the paper of a version and ask for its print: part of the act that makes it.

    Of one that is not printed only the print is asked again. Raises AttoRifiutato when nobody
    directs the institute today.
    """
    versione = (
        VersioneInfanzia.objects.select_for_update(of=("self",))
        .select_related("elenco__anno_scolastico", "elenco__sede", "documento")
        .get(pk=versione_id, istituto=autore.istituto)
    )
    if versione.documento is None:
        versione.documento = _documento(autore, adesso, versione)
        versione.save(update_fields=["documento", "protocollo"])
    elif not versione.documento.impronta:
        annota(
            autore=autore, adesso=adesso, azione="chiede la stampa dell’elenco",
            oggetto=versione.elenco, dati={"documento": versione.documento.pk},
        )  # fmt: skip
    if not versione.documento.impronta:
        _accoda(autore, adesso, versione, versione.documento)
    return versione


def _documento(autore: Contesto, adesso: datetime, versione: VersioneInfanzia) -> Documento:
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", SENZA_DIRIGENTE)
    versione.protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=titolo_di(versione), verso=Verso.INTERNO,
        riservato=True,
    )  # fmt: skip
    emissione = Emissione(
        autore.istituto, firmatario, autore.oggi, versione.protocollo, nuovo_codice()
    )
    contesto = contesto_elenco(versione, emissione)
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo,
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=versione.protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
        # Of children, with who has a precedence: it may never go on the albo.
        riservato=True,
    )


def _accoda(
    autore: Contesto, adesso: datetime, versione: VersioneInfanzia, documento: Documento
) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa dell’elenco delle iscrizioni all’infanzia",
        totale=1,
        indirizzo=reverse("selezioni:infanzia_versione", args=[autore.istituto.slug, versione.pk]),
    )


@transaction.atomic
def stampa_elenco(istituto_id: int, documento_id: int) -> Documento:
    """Print a version and keep the bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoElenco.from_dict(documento.contesto)
    pdf = stampa(
        html_elenco(contesto),
        titolo=documento.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
