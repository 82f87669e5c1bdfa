"""The bytes of a certificate and of its dossier, from their frozen words."""

from collections.abc import Callable
from functools import partial

from django.db import transaction

from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from patto_formativo.documents import certificato as carta
from patto_formativo.documents import dossier as libretto
from patto_formativo.models import Certificato
from patto_formativo.queries.dossier import carte_di

Segna = Callable[[int, int], object]


@transaction.atomic
def stampa_certificato(
    istituto_id: int, certificato_id: int, *, segna: Segna | None = None
) -> Certificato:
    """Print a certificate and its dossier; what is printed stays as it is.

    ``segna`` moves the bar of who waits.
    """
    certificato = Certificato.objects.get(istituto_id=istituto_id, pk=certificato_id)
    for fatti, documento in enumerate(carte_di(certificato), start=1):
        if not documento.impronta:
            _stampa(documento)
        if segna:
            segna(fatti, 2)
    return certificato


def _stampa(documento: Documento) -> Documento:
    from cpia.atti.pdf import quante_pagine, stampa

    titolo, autore, html = _pagina(documento)
    pdf = stampa(
        html(), titolo=titolo, autore=autore, creato_il=documento.emesso_il, foglio=carta.FOGLIO
    )
    return registra_stampa(
        documento_id=documento.pk,
        istituto_id=documento.istituto_id,
        pdf=pdf,
        pagine=quante_pagine(pdf),
    )


def _pagina(documento: Documento) -> tuple[str, str, Callable[[], str]]:
    """Title, author and page of a paper."""
    if documento.tipo == carta.TIPO:
        certificato = carta.ContestoCertificato.from_dict(documento.contesto)
        pagina = partial(carta.html_certificato, certificato)
        return certificato.titolo, certificato.istituto.nome, pagina
    dossier = libretto.ContestoDossier.from_dict(documento.contesto)
    return dossier.titolo, dossier.istituto.nome, partial(libretto.html_dossier, dossier)
