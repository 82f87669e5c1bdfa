"""The register of deliberations."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from organi_collegiali.access import delibere as access
from organi_collegiali.forms.delibere import VIGORE, FiltriForm
from organi_collegiali.models import Delibera
from organi_collegiali.queries.delibere import delibere as lettura
from organi_collegiali.queries.delibere.vigenza import Vigenze, Vigore

PER_PAGINA = 30
OMISSIS = "omissis"
COLONNE = (
    "Organo", "Serie", "Numero", "Adottata il", "Seduta", "Oggetto", "Come si è votato",
    "Immediatamente esecutiva", "In vigore", "All’albo",
)  # fmt: skip


@require_safe
def registro(request: HttpRequest) -> HttpResponse:
    """All that the person may find, the latest first; of a reserved one the number and omissis."""
    contesto = request.contesto
    ufficio = access.registro(contesto)
    visibili = lettura.visibili(contesto, ufficio=ufficio)
    filtri = FiltriForm.letti(request.GET)
    vigenze = Vigenze(contesto.istituto.pk, contesto.adesso)
    trovate = lettura.filtrate(visibili, filtri, vigenze.revocate())
    if file := esporta(
        request,
        nome="delibere",
        titolo="Delibere",
        intestazione=COLONNE,
        righe=_righe(trovate, vigenze),
    ):
        return file
    pagina = Paginator(trovate, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "organi/delibere/registro.html",
        {
            "filtri": filtri,
            "pagina": pagina,
            "righe": [(delibera, vigenze.di(delibera)) for delibera in pagina.object_list],
            "organi": lettura.organi(visibili),
            "anni": [(anno, f"{anno}/{(anno + 1) % 100:02d}") for anno in lettura.anni(visibili)],
            "vigore": VIGORE,
            "ufficio": ufficio,
            "commissari": access.commissari(contesto),
        },
    )


def _righe(trovate: QuerySet[Delibera], vigenze: Vigenze) -> Iterator[list[Any]]:
    for delibera in trovate:
        yield [
            delibera.organo.nome,
            delibera.serie,
            delibera.numero,
            delibera.adottata_il,
            delibera.seduta.numero if delibera.seduta else "",
            *_parole(delibera, vigenze.di(delibera)),
        ]


def _parole(delibera: Delibera, vigore: Vigore) -> list[Any]:
    if not delibera.aperta:
        return [OMISSIS, "", "", "", ""]
    return [
        delibera.oggetto,
        delibera.come,
        "sì" if delibera.esecutiva else "no",
        vigore.in_parole,
        "sì" if delibera.pubblicazione_id else "no",
    ]
