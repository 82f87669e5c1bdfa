"""The bytes of the papers of the outcome, from their frozen words, one a transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.urls import reverse

from bonus_merito.documents import decreto, lettera, prospetto, risposta
from bonus_merito.documents.parole_atti import FOGLIO
from bonus_merito.models import Assegnazione, Procedura
from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto

STAMPA: Final = "bonus_merito.stampa_esito"
STAMPA_CARTA: Final = "bonus_merito.stampa_carta"
# The class of the frozen words of each kind of paper, and the page that they make.
PAGINE: Final[dict[str, tuple[Any, Callable[[Any], str]]]] = {
    decreto.TIPO: (decreto.ContestoDecreto, decreto.html_decreto),
    lettera.TIPO: (lettera.ContestoLettera, lettera.html_lettera),
    prospetto.TIPO: (prospetto.ContestoProspetto, prospetto.html_prospetto),
    risposta.TIPO: (risposta.ContestoRisposta, risposta.html_risposta),
}


@dataclass(frozen=True)
class Passo:
    """One paper to print; ``chi`` names it by its place in the decree, not by its person."""

    chi: str
    stampa: Callable[[], object]


@transaction.atomic
@transaction.atomic
def chiedi_stampa(*, autore: Contesto, adesso: datetime, procedura: Procedura) -> Lavoro:
    """Ask for the papers of a procedure that are not printed yet."""
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=procedura.pk,
        titolo="Decreto e lettere del bonus",
        totale=len(_da_stampare(procedura.istituto_id, procedura.pk)),
        indirizzo=reverse("bonus:decreto", args=[autore.istituto.slug, procedura.pk]),
    )


@transaction.atomic
@transaction.atomic
def chiedi_stampa_carta(
    *, autore: Contesto, adesso: datetime, documento: Documento, indirizzo: str
) -> Lavoro:
    """Ask for one paper, after the decree: a work of its own, whatever else is printing."""
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA_CARTA,
        riferimento=documento.pk,
        titolo=documento.titolo,
        totale=1,
        indirizzo=indirizzo,
    )


def passi(istituto_id: int, procedura_id: int) -> list[Passo]:
    """The papers of a procedure, one step each; those printed already are recognised."""
    return [
        Passo(chi, partial(stampa_carta, istituto_id, pk))
        for chi, pk in _da_stampare(istituto_id, procedura_id)
    ]


def _da_stampare(istituto_id: int, procedura_id: int) -> list[tuple[str, int]]:
    """The decree, then the letters in its order."""
    decreti = Documento.objects.filter(
        istituto_id=istituto_id, tipo=decreto.TIPO, impronta="",
        pk__in=Procedura.objects.filter(pk=procedura_id).values("decreto"),
    )  # fmt: skip
    lettere = Assegnazione.objects.filter(
        istituto_id=istituto_id, procedura_id=procedura_id, lettera__impronta=""
    )
    return [
        *(("Decreto", pk) for pk in decreti.values_list("pk", flat=True)),
        *(
            (f"Lettera n. {ordine}", pk)
            for ordine, pk in lettere.order_by("ordine").values_list("ordine", "lettera_id")
        ),
    ]


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
        foglio=FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
