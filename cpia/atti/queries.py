"""Reads of documents and of the register, always within one institute."""

from collections.abc import Collection

from django.db.models import Model, QuerySet

from cpia.atti.models import Documento, Operazione


def documento_per_codice(istituto_id: int, codice: str) -> Documento | None:
    """The printed document that carries this verification code, reserved or not.

    Who holds the paper may ask whether it is authentic; the answer never says what it is about.
    """
    return (
        Documento.objects.filter(istituto_id=istituto_id, codice_verifica=codice)
        .exclude(impronta="")
        .select_related("protocollo")
        .first()
    )


def al_suo_posto(documento: Documento) -> Documento | None:
    """The last of the papers that took the place of this one, if its code may be told.

    That of a reserved paper is read only on the paper itself.
    """
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


def ultima(istituto_id: int, oggetto: Model, azioni: Collection[str]) -> Operazione | None:
    """The last of these acts on an object, with who did it. One query."""
    righe = storia(istituto_id, oggetto._meta.label_lower, oggetto.pk)
    return righe.filter(azione__in=azioni).order_by("-compiuta_il", "-pk").first()
