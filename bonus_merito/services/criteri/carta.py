"""The paper of the criteria: its words are frozen at the adoption, a worker prints it."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from bonus_merito.documents.criteri import (
    FOGLIO,
    MODELLO,
    TIPO,
    ContestoCriteri,
    contesto_criteri,
    html_criteri,
)
from bonus_merito.models import Criteri
from bonus_merito.queries.criteri.che_conta import che_conta_di
from bonus_merito.queries.criteri.lettura import aree
from bonus_merito.services.criteri.blocco import blocca_criteri
from cpia.atti.enums import Verso
from cpia.atti.models import Documento
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla, registra_stampa
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto

STAMPA = "bonus_merito.stampa_criteri"


@transaction.atomic
def chiedi_carta(*, autore: Contesto, adesso: datetime, criteri_id: int) -> Criteri:
    """Freeze the paper of adopted criteria under its protocol number, and ask for its print.

    The same one if it was made already: its print is only asked again when it is missing. Raises
    AttoRifiutato when nobody directs the institute today.
    """
    criteri = blocca_criteri(autore, criteri_id)
    if criteri.documento is None:
        criteri.documento = _documento(autore, adesso, criteri)
        criteri.save(update_fields=["documento", "protocollo"])
        annota(
            autore=autore, adesso=adesso, azione="prepara documento dei criteri", oggetto=criteri,
            dati={"documento": criteri.documento.pk},
        )  # fmt: skip
    if not criteri.documento.impronta:
        _accoda(autore, adesso, criteri, criteri.documento)
    return criteri


def _documento(autore: Contesto, adesso: datetime, criteri: Criteri) -> Documento:
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", "Oggi nessuno dirige l’istituto: manca chi firma il documento.")
    criteri.protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=f"{criteri.titolo}, anno scolastico {criteri.anno_scolastico}",
        verso=Verso.INTERNO,
    )
    contesto = contesto_criteri(
        criteri,
        aree(criteri),
        conta=che_conta_di(criteri, autore.oggi),
        firmatario=firmatario,
        emesso=autore.oggi,
        codice_verifica=nuovo_codice(),
    )
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo[:300],
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=criteri.protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=contesto.verifica.codice,
    )


def _accoda(autore: Contesto, adesso: datetime, criteri: Criteri, documento: Documento) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo=f"Stampa dei criteri {criteri.anno_scolastico}",
        totale=1,
        indirizzo=reverse("bonus:criterio_scheda", args=[autore.istituto.slug, criteri.pk]),
    )


@transaction.atomic
def stampa_criteri(istituto_id: int, documento_id: int) -> Documento:
    """Print the criteria and keep the bytes; what is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoCriteri.from_dict(documento.contesto)
    pdf = stampa(
        html_criteri(contesto),
        titolo=contesto.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
