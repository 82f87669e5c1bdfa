"""The bytes of rankings and answers, from their frozen words."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto
from selezioni_pon.documents import graduatoria, risposta_reclamo

STAMPA: Final = "selezioni_pon.stampa_graduatoria"
# The class of the frozen words of each kind of paper, and the page that they make.
PAGINE: Final[Mapping[str, tuple[Any, Callable[[Any], str]]]] = {
    graduatoria.TIPO: (graduatoria.ContestoGraduatoria, graduatoria.html_graduatoria),
    risposta_reclamo.TIPO: (
        risposta_reclamo.ContestoRispostaReclamo, risposta_reclamo.html_risposta,
    ),
}  # fmt: skip

TITOLI: Final = {
    graduatoria.TIPO: "Stampa della graduatoria",
    risposta_reclamo.TIPO: "Stampa della risposta al reclamo",
}


def accoda_carta(
    autore: Contesto, adesso: datetime, documento: Documento, indirizzo: str
) -> Lavoro:
    """Ask a worker for one paper; ``indirizzo`` is the page that shows how it goes."""
    return accoda(
        autore=autore, adesso=adesso, task=STAMPA, riferimento=documento.pk,
        titolo=TITOLI[documento.tipo], totale=1, indirizzo=indirizzo,
    )  # fmt: skip


@transaction.atomic
def stampa_carta(istituto_id: int, documento_id: int) -> Documento:
    """Print a paper and keep its bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    classe, html = PAGINE[documento.tipo]
    contesto = classe.from_dict(documento.contesto)
    pdf = stampa(
        html(contesto),
        titolo=documento.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=graduatoria.FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
