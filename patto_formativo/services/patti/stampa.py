"""The bytes of approved agreements, from their frozen words, one a transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from cpia.atti.services import registra_stampa
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto
from organi_collegiali.models import Delibera
from patto_formativo.documents.patto import FOGLIO, ContestoPatto, html_patto
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione

STAMPA = "patto_formativo.stampa_patti"


@dataclass(frozen=True)
class Passo:
    """One agreement to print; ``chi`` names it by its number, not its person."""

    chi: str
    stampa: Callable[[], object]


@transaction.atomic
def chiedi_stampa(*, autore: Contesto, adesso: datetime, delibera: Delibera) -> Lavoro:
    """Ask for the papers of a deliberation; those printed already are recognised."""
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=delibera.pk,
        titolo="Patti formativi da firmare",
        totale=_della_delibera(autore.istituto.pk, delibera.pk).count(),
        indirizzo=reverse("patto:sezione", args=[autore.istituto.slug, delibera.organo_id]),
    )


def passi(istituto_id: int, delibera_id: int) -> list[Passo]:
    """The agreements of a deliberation, one step each."""
    return [
        Passo(f"Patto n. {numero}", partial(stampa_patti, istituto_id, pk))
        for pk, numero in _della_delibera(istituto_id, delibera_id).values_list(
            "pk", "protocollo__numero"
        )
    ]


def _della_delibera(istituto_id: int, delibera_id: int) -> QuerySet[Versione]:
    return Versione.objects.filter(
        istituto_id=istituto_id, delibera_id=delibera_id, stato=StatoPatto.APPROVATO.value
    ).order_by("pk")


@transaction.atomic
def stampa_patti(istituto_id: int, versione_id: int) -> Versione:
    """Print one agreement and write the hash of its bytes, on which it is signed.

    One that is printed stays as it is; one that went back to a draft meanwhile is left alone.
    """
    from cpia.atti.pdf import quante_pagine, stampa

    versione = (
        Versione.objects.select_for_update(of=("self",))
        .select_related("documento")
        .get(istituto_id=istituto_id, pk=versione_id)
    )
    documento = versione.documento
    if documento is None or versione.impronta:
        return versione
    if not documento.impronta:
        contesto = ContestoPatto.from_dict(documento.contesto)
        pdf = stampa(
            html_patto(contesto),
            titolo=contesto.titolo,
            autore=contesto.istituto.nome,
            creato_il=documento.emesso_il,
            foglio=FOGLIO,
        )
        documento = registra_stampa(
            documento_id=documento.pk,
            istituto_id=istituto_id,
            pdf=pdf,
            pagine=quante_pagine(pdf),
        )
    versione.impronta = documento.impronta
    versione.save(update_fields=["impronta"])
    return versione
