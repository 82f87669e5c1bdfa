"""Bytes from the store, compared with what the row remembers of them."""

import hashlib

from cpia.atti.models import Documento, FilePubblicazione
from cpia.atti.services import ByteAlterati


def byte_interi(tenuto: FilePubblicazione | Documento) -> bytes:
    """Raises ``ByteAlterati`` when they do not give the recorded SHA-256."""
    with tenuto.file.open("rb") as file:
        contenuto: bytes = file.read()
    if hashlib.sha256(contenuto).hexdigest() != tenuto.impronta:
        raise ByteAlterati(tenuto.pk)
    return contenuto
