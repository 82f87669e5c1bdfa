"""Reads of documents and of the register, always within one institute."""

from django.db.models import QuerySet

from cpia.atti.models import Documento, Operazione


def documento_per_codice(istituto_id: int, codice: str) -> Documento | None:
    """The document that carries this verification code; reserved ones answer as unknown."""
    return (
        Documento.objects.filter(istituto_id=istituto_id, codice_verifica=codice, riservato=False)
        .exclude(impronta="")
        .select_related("protocollo")
        .first()
    )


def al_suo_posto(documento: Documento) -> Documento | None:
    """The last of the papers that took the place of this one, if it can be verified in its turn."""
    visti, ultimo = {documento.pk}, documento
    while ultimo.sostituito_da_id and ultimo.sostituito_da_id not in visti:
        visti.add(ultimo.sostituito_da_id)
        ultimo = Documento.objects.get(
            istituto_id=documento.istituto_id, pk=ultimo.sostituito_da_id
        )
    return None if ultimo == documento or ultimo.riservato or not ultimo.impronta else ultimo


def documento(istituto_id: int, documento_id: int) -> Documento | None:
    """A paper of the institute, printed or not."""
    return (
        Documento.objects.filter(istituto_id=istituto_id, pk=documento_id)
        .select_related("protocollo")
        .first()
    )


def storia(istituto_id: int, tipo: str, oggetto_id: int) -> QuerySet[Operazione]:
    """What was done to one object, the latest first, with who did it."""
    return Operazione.objects.filter(
        istituto_id=istituto_id, oggetto_tipo=tipo, oggetto_id=oggetto_id
    ).select_related("persona")
