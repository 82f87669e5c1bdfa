"""The bytes of the minutes, and the pages that they take in the register of the organ."""

from collections.abc import Callable

from django.db import transaction

from cpia.atti.models import Documento
from organi_collegiali.documents.verbali import FOGLIO, ContestoVerbale, html_verbale
from organi_collegiali.models import OrganoCollegiale, Verbale
from organi_collegiali.queries.verbali.verbali import da_impaginare
from organi_collegiali.rules.verbali.registro_verbali import DaImpaginare, impagina
from organi_collegiali.services.stampe import stampa_carta

Segna = Callable[[int, int], object]


@transaction.atomic
def stampa_verbale(istituto_id: int, verbale_id: int, *, segna: Segna | None = None) -> Verbale:
    """Print the papers of signed minutes and give them their pages; printed ones stay as they are.

    ``segna`` moves the bar of who waits.
    """
    verbale = Verbale.objects.select_related("seduta__organo", "integrale", "con_omissis").get(
        istituto_id=istituto_id, pk=verbale_id
    )
    for fatti, documento in enumerate((verbale.integrale, verbale.con_omissis), 1):
        if documento is not None:
            _stampa_carta(documento)
        if segna:
            segna(fatti, 2)
    assegna_pagine(verbale.seduta.organo)
    return verbale


def _stampa_carta(documento: Documento) -> Documento:
    """Print one paper from its frozen words; one that is printed stays as it is."""
    if documento.impronta:
        return documento
    contesto = ContestoVerbale.from_dict(documento.contesto)
    return stampa_carta(documento, contesto, html_verbale, FOGLIO)


@transaction.atomic
def assegna_pagine(organo: OrganoCollegiale) -> int:
    """Give pages to the minutes that are printed, in the order of approval; how many.

    Two prints that end at once wait for each other, so that no page is given twice.
    """
    OrganoCollegiale.objects.select_for_update().get(pk=organo.pk, istituto_id=organo.istituto_id)
    righe = {verbale.pk: verbale for verbale in da_impaginare(organo)}
    nuove = impagina(
        DaImpaginare(v.pk, v.approvato_il, _pagine(v), v.pagina_da, v.pagina_a)
        for v in righe.values()
        if v.approvato_il is not None
    )
    for pagine in nuove:
        verbale = righe[pagine.verbale]
        verbale.pagina_da, verbale.pagina_a = pagine.da, pagine.a
        verbale.save(update_fields=["pagina_da", "pagina_a"])
    return len(nuove)


def _pagine(verbale: Verbale) -> int | None:
    return verbale.integrale.pagine if verbale.integrale else None
