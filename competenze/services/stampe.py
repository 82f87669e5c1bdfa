"""The bytes of the papers of a class, from their frozen words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db import transaction

from competenze.documents.contesti import (
    FOGLIO_CERTIFICATO,
    FOGLIO_TABELLONE,
    ContestoCertificato,
    ContestoTabellone,
    html_certificati,
    html_certificato,
    html_tabellone,
)
from competenze.models import Certificato, Emissione
from cpia.atti.models import Documento
from cpia.atti.pdf import StampaFallita, quante_pagine, stampa
from cpia.atti.services import registra_stampa

__all__ = ["Passo", "StampaFallita", "passi_emissione", "passi_tabellone"]


@dataclass(frozen=True)
class Passo:
    """One paper to print, and whose it is."""

    chi: str
    stampa: Callable[[], object]


def passi_emissione(istituto_id: int, emissione_id: int) -> list[Passo]:
    """The papers of an issue: one a student, and last all of the class in one file."""
    emissione = Emissione.objects.get(istituto_id=istituto_id, pk=emissione_id)
    certificati = (
        Certificato.objects.filter(istituto_id=istituto_id, emissione=emissione)
        .select_related("iscrizione__persona")
        .order_by("iscrizione__persona__cognome", "iscrizione__persona__nome", "pk")
    )
    singoli = [
        Passo(
            str(certificato.iscrizione.persona),
            partial(stampa_certificato, istituto_id, certificato.documento_id),
        )
        for certificato in certificati
    ]
    intera = Passo("Tutta la classe", partial(stampa_classe, istituto_id, emissione_id))
    return [*singoli, intera]


def passi_tabellone(istituto_id: int, documento_id: int) -> list[Passo]:
    """The one paper of a sheet."""
    return [Passo("Tabellone", partial(stampa_tabellone, istituto_id, documento_id))]


@transaction.atomic
def stampa_certificato(istituto_id: int, documento_id: int) -> Documento:
    """Print one certificate and keep its bytes; one that is printed stays as it is."""
    documento = _documento(istituto_id, documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoCertificato.from_dict(documento.contesto)
    pdf = stampa(
        html_certificato(contesto),
        titolo=contesto.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO_CERTIFICATO,
    )
    return _registra(documento, pdf)


@transaction.atomic
def stampa_classe(istituto_id: int, emissione_id: int) -> Documento:
    """Print all the certificates of a class in one file, from the same frozen words."""
    emissioni = Emissione.objects.filter(istituto_id=istituto_id, pk=emissione_id)
    documento = Documento.objects.get(
        istituto_id=istituto_id, pk__in=emissioni.values("documento_classe_id")
    )
    if documento.impronta:
        return documento
    contesti = [ContestoCertificato.from_dict(c) for c in documento.contesto["certificati"]]
    pdf = stampa(
        html_certificati(contesti, titolo=documento.titolo),
        titolo=documento.titolo,
        autore=contesti[0].istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO_CERTIFICATO,
    )
    return _registra(documento, pdf)


@transaction.atomic
def stampa_tabellone(istituto_id: int, documento_id: int) -> Documento:
    """Print the sheet of a class; one that is printed stays as it is."""
    documento = _documento(istituto_id, documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoTabellone.from_dict(documento.contesto)
    pdf = stampa(
        html_tabellone(contesto),
        titolo=contesto.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO_TABELLONE,
    )
    return _registra(documento, pdf)


def _documento(istituto_id: int, documento_id: int) -> Documento:
    return Documento.objects.get(istituto_id=istituto_id, pk=documento_id)


def _registra(documento: Documento, pdf: bytes) -> Documento:
    return registra_stampa(
        documento_id=documento.pk,
        istituto_id=documento.istituto_id,
        pdf=pdf,
        pagine=quante_pagine(pdf),
    )
