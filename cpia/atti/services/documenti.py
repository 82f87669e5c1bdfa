"""A paper from its words to its bytes."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from cpia.atti import rules
from cpia.atti.models import Documento, Protocollo
from cpia.atti.services.registro import annota
from cpia.scuola.access import Contesto


class StampaDiversa(Exception):
    """The same words gave other bytes: the template changed without a new version."""


class GiaAnnullato(Exception):
    """A paper that has no value any more cannot lose it again: day and reason would change."""


class ByteAlterati(Exception):
    """The file kept is not the one that was printed: it is not given to anybody."""


@transaction.atomic
def prepara_documento(
    *,
    autore: Contesto,
    adesso: datetime,
    tipo: str,
    titolo: str,
    modello: str,
    contesto: Mapping[str, Any],
    protocollo: Protocollo | None = None,
    firmato_da: str = "",
    codice_verifica: str = "",
    riservato: bool = False,
) -> Documento:
    """Freeze the words of a paper and give it its verification code; the bytes come later."""
    documento = Documento.objects.create(
        istituto=autore.istituto,
        tipo=tipo,
        titolo=titolo,
        modello=modello,
        contesto=dict(contesto),
        protocollo=protocollo,
        codice_verifica=codice_verifica or nuovo_codice(),
        emesso_il=adesso,
        firmato_da=firmato_da,
        riservato=riservato,
    )
    annota(autore=autore, adesso=adesso, azione="prepara documento", oggetto=documento)
    return documento


def nuovo_codice() -> str:
    """A verification code that nobody can guess."""
    return rules.genera_codice(secrets.SystemRandom())


@transaction.atomic
def registra_stampa(*, documento_id: int, istituto_id: int, pdf: bytes, pagine: int) -> Documento:
    """Keep the bytes of a printed paper; printing it again must give the same ones."""
    documento = Documento.objects.select_for_update().get(pk=documento_id, istituto_id=istituto_id)
    impronta = hashlib.sha256(pdf).hexdigest()
    if documento.impronta:
        if documento.impronta != impronta:
            raise StampaDiversa(documento.modello)
        return documento
    documento.file.save(f"{istituto_id}/{secrets.token_hex(16)}.pdf", ContentFile(pdf), save=False)
    documento.impronta, documento.byte, documento.pagine = impronta, len(pdf), pagine
    documento.save(update_fields=["file", "impronta", "byte", "pagine"])
    return documento


@transaction.atomic
def sostituisci_documento(
    *, autore: Contesto, adesso: datetime, vecchio: Documento, nuovo: Documento
) -> None:
    """A newer paper takes the place of an older one, which says so when it is verified."""
    vecchio.sostituito_da = nuovo
    vecchio.save(update_fields=["sostituito_da"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="sostituisce documento",
        oggetto=vecchio,
        dati={"sostituito_da": nuovo.pk},
    )


@transaction.atomic
def annulla_documento(
    *, autore: Contesto, adesso: datetime, documento: Documento, motivo: str
) -> None:
    """A paper loses its value, with a reason; it is never deleted.

    Raises ``GiaAnnullato`` the second time.
    """
    attuale = Documento.objects.select_for_update().get(
        pk=documento.pk, istituto_id=autore.istituto.pk
    )
    if attuale.annullato_il:
        raise GiaAnnullato(attuale.pk)
    documento.annullato_il, documento.motivo_annullamento = adesso, motivo
    documento.save(update_fields=["annullato_il", "motivo_annullamento"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="annulla documento",
        oggetto=documento,
        dati={"motivo": motivo},
    )


@transaction.atomic
def leggi_documento(*, autore: Contesto, adesso: datetime, documento: Documento) -> bytes:
    """The exact bytes that were printed, for who may read them; the register keeps the reading.

    Raises ``ByteAlterati`` when the file kept does not give the recorded SHA-256.
    """
    with documento.file.open("rb") as file:
        pdf: bytes = file.read()
    if hashlib.sha256(pdf).hexdigest() != documento.impronta:
        raise ByteAlterati(documento.pk)
    annota(autore=autore, adesso=adesso, azione="legge documento", oggetto=documento)
    return pdf
