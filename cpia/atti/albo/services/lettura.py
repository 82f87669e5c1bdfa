"""The bytes of a file of the office, for who may read them."""

from datetime import datetime

from django.db import transaction

from cpia.atti.albo.byte import byte_interi
from cpia.atti.models import FilePubblicazione
from cpia.atti.services import annota
from cpia.scuola.access import Contesto


@transaction.atomic
def leggi_file(*, autore: Contesto, adesso: datetime, file: FilePubblicazione) -> bytes:
    """The exact bytes that were put there; the register keeps the reading.

    Raises ``ByteAlterati`` when the file kept does not give the recorded SHA-256.
    """
    contenuto = byte_interi(file)
    annota(
        autore=autore,
        adesso=adesso,
        azione="legge file",
        oggetto=file.pubblicazione,
        dati={"file": file.pk},
    )
    return contenuto
