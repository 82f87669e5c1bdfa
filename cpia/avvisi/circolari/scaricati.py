"""The files of a circular as they leave the portal: the exact bytes, always to be saved."""

import hashlib
from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from cpia.atti.models import Documento
from cpia.atti.services import ByteAlterati
from cpia.avvisi.models import FileCircolare


def allegato(riga: FileCircolare) -> HttpResponse:
    """An attachment, under its title."""
    nome = riga.titolo.replace("/", "-") + PurePath(str(riga.file)).suffix
    return _da_salvare(_byte(riga.file, riga.impronta), riga.tipo_contenuto, nome)


def carta(documento: Documento, nome: str) -> HttpResponse:
    """The printed circular."""
    return _da_salvare(_byte(documento.file, documento.impronta), "application/pdf", nome)


def _byte(file: FieldFile, impronta: str) -> bytes:
    """Raise ``ByteAlterati`` when the file kept is not the one that was put there."""
    with file.open("rb") as aperto:
        contenuto: bytes = aperto.read()
    if hashlib.sha256(contenuto).hexdigest() != impronta:
        raise ByteAlterati(file.name)
    return contenuto


def _da_salvare(contenuto: bytes, tipo: str, nome: str) -> HttpResponse:
    disposizione = content_disposition_header(as_attachment=True, filename=nome)
    return HttpResponse(
        contenuto,
        content_type=tipo,
        headers={"Content-Disposition": disposizione, "X-Content-Type-Options": "nosniff"},
    )
