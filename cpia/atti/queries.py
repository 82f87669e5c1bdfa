"""Reads of documents and of the register, always within one institute."""

from django.db.models import QuerySet

from cpia.atti.models import Documento, Operazione


def documento_per_codice(istituto_id: int, codice: str) -> Documento | None:
    """The document that carries this verification code; reserved ones answer as unknown."""
    return (
        Documento.objects.filter(
            istituto_id=istituto_id, codice_verifica=codice, riservato=False
        )
        .exclude(impronta="")
        .select_related("protocollo", "sostituito_da")
        .first()
    )


def storia(istituto_id: int, tipo: str, oggetto_id: int) -> QuerySet[Operazione]:
    """What was done to one object, the latest first, with who did it."""
    return Operazione.objects.filter(
        istituto_id=istituto_id, oggetto_tipo=tipo, oggetto_id=oggetto_id
    ).select_related("persona")
