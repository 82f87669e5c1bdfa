"""The public curriculum of who has a published assignment: exactly the bytes that were sent."""

import hashlib
import logging
from datetime import date
from pathlib import Path

from selezioni_pon.enums import TipoContratto
from selezioni_pon.queries.incarichi.registro import curriculum_di, pubblicato

log = logging.getLogger(__name__)


def curriculum_pubblico(istituto_id: int, pk: int, oggi: date) -> tuple[bytes, str, str] | None:
    """Bytes, kind and name; None where nothing is public. Three queries.

    Only of who works from outside (D.Lgs. 33/2013, art. 15 c. 1 lett. b); a file that is not what
    was sent is given to nobody.
    """
    contratto = pubblicato(istituto_id, pk, oggi)
    if contratto is None or contratto.tipo != TipoContratto.CONTRATTO:
        return None
    allegato = curriculum_di(contratto)
    if allegato is None:
        return None
    try:
        with allegato.file.open("rb") as file:
            contenuto: bytes = file.read()
    except FileNotFoundError:
        log.warning("incarichi: il curriculum %s non è nel deposito", allegato.pk)
        return None
    if hashlib.sha256(contenuto).hexdigest() != allegato.impronta:
        log.error("incarichi: il curriculum %s non è quello inviato", allegato.pk)
        return None
    return (
        contenuto,
        allegato.tipo_contenuto,
        f"curriculum-{pk}{Path(allegato.nome_file).suffix.lower()}",
    )
