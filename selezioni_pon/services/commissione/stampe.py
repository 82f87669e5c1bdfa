"""The worker prints the acts on a commission and keeps the bytes."""

from django.db import transaction

from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from selezioni_pon.documents import nomina, sostituzione


@transaction.atomic
def stampa_nomina(istituto_id: int, documento_id: int) -> Documento:
    """Print an act of nomination or of substitution; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    html, autore = _pagina(documento)
    pdf = stampa(
        html, titolo=documento.titolo, autore=autore, creato_il=documento.emesso_il,
        foglio=nomina.FOGLIO,
    )  # fmt: skip
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )


def _pagina(documento: Documento) -> tuple[str, str]:
    if documento.tipo == sostituzione.TIPO:
        cambio = sostituzione.ContestoSostituzione.from_dict(documento.contesto)
        return sostituzione.html_sostituzione(cambio), cambio.istituto.nome
    prima = nomina.ContestoNomina.from_dict(documento.contesto)
    return nomina.html_nomina(prima), prima.istituto.nome
