"""The paper of an application: frozen when it takes its protocol number, printed when asked for."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.models import Documento
from cpia.atti.services import (
    ByteAlterati,
    annota_di_chi_non_entra,
    leggi_documento,
    nuovo_codice,
    prepara_documento,
    registra_stampa,
    sostituisci_documento,
)
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.documents import domanda as carta
from patto_formativo.models import DomandaIscrizione

ALTERATO = "Il file conservato non è quello stampato: avvisa chi amministra il portale."


def congela(
    autore: Contesto, adesso: datetime, domanda: DomandaIscrizione, corretta: str = ""
) -> None:
    """Freeze the words of a protocolled application: part of an act, which saves ``documento``.

    Where there was a paper the new one takes its place.
    """
    codice_verifica = nuovo_codice()
    contesto = carta.contesto_domanda(
        domanda, domanda.carte.all(), emesso=timezone.localdate(adesso),
        codice_verifica=codice_verifica, corretta=corretta,
    )  # fmt: skip
    documento = prepara_documento(
        autore=autore, adesso=adesso, tipo=carta.TIPO, titolo=contesto.titolo,
        modello=carta.MODELLO, contesto=contesto.as_dict(), protocollo=domanda.protocollo,
        codice_verifica=codice_verifica, riservato=True,
    )  # fmt: skip
    if domanda.documento is not None:
        sostituisci_documento(
            autore=autore, adesso=adesso, vecchio=domanda.documento, nuovo=documento
        )
    domanda.documento = documento


@transaction.atomic
def foglio_per_ufficio(*, autore: Contesto, adesso: datetime, domanda: DomandaIscrizione) -> bytes:
    """The PDF for who may read the application.

    Raises AttoRifiutato when its bytes changed, or it holds letters that cannot be printed.
    """
    if domanda.documento is None:
        return _copia(domanda, adesso)
    documento = _stampato(domanda.documento)
    try:
        return leggi_documento(autore=autore, adesso=adesso, documento=documento)
    except ByteAlterati:
        raise rifiuta("alterato", ALTERATO) from None


@transaction.atomic
def foglio_per_chi_segue(*, adesso: datetime, domanda: DomandaIscrizione, codice: str) -> bytes:
    """The PDF for who has its receipt, or knows code and date of birth: the same as the office's.

    The register keeps that it was taken, by nobody who has a login. Raises AttoRifiutato as
    for the office.
    """
    annota_di_chi_non_entra(
        istituto=domanda.istituto, adesso=adesso, azione="scarica domanda di iscrizione",
        oggetto=domanda,
    )  # fmt: skip
    if domanda.documento is None:
        return _copia(domanda, adesso, codice)
    documento = _stampato(domanda.documento)
    with documento.file.open("rb") as file:
        pdf: bytes = file.read()
    if hashlib.sha256(pdf).hexdigest() != documento.impronta:
        raise rifiuta("alterato", ALTERATO)
    return pdf


def _copia(domanda: DomandaIscrizione, adesso: datetime, codice: str = "") -> bytes:
    """What was declared, without protocol: it has none yet, and nothing of it is kept."""
    contesto = carta.contesto_domanda(
        domanda, domanda.carte.all(), emesso=timezone.localdate(adesso), codice=codice
    )
    return _stampa(contesto, adesso)


def _stampato(documento: Documento) -> Documento:
    """The paper with its bytes, printed the first time that somebody asks for it."""
    from cpia.atti.pdf import quante_pagine

    if documento.impronta:
        return documento
    pdf = _stampa(carta.ContestoDomanda.from_dict(documento.contesto), documento.emesso_il)
    return registra_stampa(
        documento_id=documento.pk, istituto_id=documento.istituto_id, pdf=pdf,
        pagine=quante_pagine(pdf),
    )  # fmt: skip


def _stampa(contesto: carta.ContestoDomanda, creato_il: datetime) -> bytes:
    from cpia.atti.pdf import StampaFallita, stampa

    try:
        return stampa(
            carta.html_domanda(contesto), titolo=contesto.titolo, autore=contesto.istituto.nome,
            creato_il=creato_il, foglio=carta.FOGLIO,
        )  # fmt: skip
    except StampaFallita as motivo:
        raise rifiuta("stampa", f"{motivo}.") from motivo
