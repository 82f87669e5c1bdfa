"""The worker prints what an act issued and keeps the bytes."""

from django.db import transaction

from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from selezioni_pon.documents import estratto_incarico as estratto
from selezioni_pon.documents import incarico as carta


@transaction.atomic
def stampa_incarico(istituto_id: int, documento_id: int) -> Documento:
    """Print a letter, a contract or its extract; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    html, autore = _pagina(documento)
    pdf = stampa(
        html, titolo=documento.titolo, autore=autore, creato_il=documento.emesso_il,
        foglio=carta.FOGLIO,
    )  # fmt: skip
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )


def _pagina(documento: Documento) -> tuple[str, str]:
    if documento.tipo == estratto.TIPO:
        breve = estratto.ContestoEstratto.from_dict(documento.contesto)
        return estratto.html_estratto(breve), breve.istituto.nome
    intera = carta.ContestoIncarico.from_dict(documento.contesto)
    return carta.html_incarico(intera), intera.istituto.nome
