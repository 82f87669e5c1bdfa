"""The assignments that everybody reads (D.Lgs. 33/2013, arts. 15 and 18)."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cpia.scuola import orologio
from cpia.scuola.esportazione import esporta
from cpia.scuola.middleware import pubblica
from selezioni_pon.queries.incarichi.byte import curriculum_pubblico
from selezioni_pon.queries.incarichi.registro import Riga, con_curriculum, pubblicati

INTESTAZIONE = (
    "A chi", "Incarico", "Progetto", "Atto", "Dal", "Al", "Ore", "Compenso lordo", "Liquidato",
    "Conflitti di interessi", "Altri incarichi",
)  # fmt: skip


@pubblica
@require_safe
def incarichi_conferiti(request: HttpRequest) -> HttpResponse:
    """Those published, until three years after their end; also as a table to reuse."""
    righe = pubblicati(request.istituto.pk, orologio.oggi())
    file = esporta(
        request, nome="incarichi-conferiti", titolo="Incarichi conferiti",
        intestazione=INTESTAZIONE, righe=_righe(righe),
    )  # fmt: skip
    if file is not None:
        return file
    dati = {"righe": righe, "con_curriculum": con_curriculum(righe)}
    return render(request, "selezioni/incarichi/pubblici.html", dati)


def _righe(righe: Sequence[Riga]) -> Iterator[list[object]]:
    for riga in righe:
        uno = riga.contratto
        yield [
            riga.chi, riga.ruolo, riga.progetto, f"{uno.get_tipo_display()}, {riga.atto}", uno.dal,
            riga.fine, uno.ore, riga.compenso, riga.liquidato, riga.conflitti, riga.altri_incarichi,
        ]  # fmt: skip


@pubblica
@require_safe
def curriculum(request: HttpRequest, pk: int) -> HttpResponse:
    """The curriculum without personal data of who has a published assignment."""
    trovato = curriculum_pubblico(request.istituto.pk, pk, orologio.oggi())
    if trovato is None:
        raise Http404
    contenuto, tipo, nome = trovato
    return HttpResponse(
        contenuto,
        content_type=tipo,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nome),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
