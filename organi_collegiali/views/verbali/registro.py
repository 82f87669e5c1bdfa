"""The register of the minutes of an organ, with its pages."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cpia.scuola.esportazione import esporta
from organi_collegiali.access import organi as access
from organi_collegiali.access.verbali import lettore
from organi_collegiali.queries.verbali import verbali as queries

OMISSIS = "omissis"
INTESTAZIONE = (
    "Pagine",
    "Seduta",
    "Giorno",
    "Delibere",
    "Stato",
    "Approvato il",
    "Pubblicare entro",
)


@require_safe
def registro(request: HttpRequest, pk: int) -> HttpResponse:
    """All the minutes of an organ; of those not for this person only the number is read."""
    organo = access.organo(request.contesto, pk)
    righe = queries.leggibili(queries.registro(organo), lettore(request.contesto, organo))
    file = esporta(
        request,
        nome="registro-verbali",
        titolo="Registro dei verbali",
        intestazione=INTESTAZIONE,
        righe=_celle(righe),
    )
    if file:
        return file
    return render(request, "organi/verbali/registro.html", {"organo": organo, "righe": righe})


def _celle(righe: list[queries.RigaRegistro]) -> Iterator[tuple[Any, ...]]:
    for riga in righe:
        verbale = riga.verbale
        approvato = verbale.approvato_il and timezone.localdate(verbale.approvato_il)
        chiusa = verbale.seduta.riservata and not riga.leggibile
        giorno = OMISSIS if chiusa else timezone.localdate(verbale.seduta.inizio_previsto)
        yield (
            riga.pagine, verbale.seduta.numero, giorno, "" if chiusa else riga.delibere,
            verbale.get_stato_display(), "" if chiusa else approvato,
            "" if chiusa else verbale.pubblicare_entro,
        )  # fmt: skip
