"""The lists that leave the portal: the same rows that the screen shows, as CSV and as XLSX.

A page with a list asks here first; when its address says ``?formato=csv`` or ``?formato=xlsx``
the answer is the file, with the filters of the address and without its pages.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.timezone import make_naive

from cpia.scuola import orologio, registri
from cpia.scuola.fogli import Valore, foglio_csv, foglio_xlsx
from cpia.scuola.riconferma import chiedi_prova, provato_da_poco

CSV, XLSX = "csv", "xlsx"
TIPI_CONTENUTO: Final = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# In the address of the page one comes back to, once the password was asked again.
CONFERMATO: Final = "confermato"


def esporta(
    request: HttpRequest,
    *,
    nome: str,
    titolo: str,
    intestazione: Sequence[str],
    righe: Iterable[Sequence[Any]],
    personale: bool = False,
) -> HttpResponse | None:
    """The list as a file when the address asks for one, else None.

    ``nome`` begins the name of the file (``persone``), ``titolo`` is that of the sheet. Give
    ``righe`` by a generator function, so that nothing is read when no file is asked for. With
    ``personale`` the list speaks of persons: a sign-in older than
    ``settings.ESPORTAZIONE_RICONFERMA`` seconds is asked for its proof again, and the file leaves
    a line in the register of the institute.
    """
    formato = request.GET.get("formato", "")
    if formato not in TIPI_CONTENUTO or request.method not in {"GET", "HEAD"}:
        return None
    if personale and not provato_da_poco(request):
        return _chiedi_prova(request)
    pronte = [[_valore(cella) for cella in riga] for riga in righe]
    try:
        contenuto = _foglio(formato, titolo, [list(intestazione), *pronte])
    except ValueError:
        return render(request, "scuola/esportazione_rifiutata.html", status=422)
    if personale:
        _annota(request, nome, formato, len(pronte))
    return _scaricato(contenuto, f"{nome}-{orologio.oggi():%Y-%m-%d}.{formato}", formato)


def _foglio(formato: str, titolo: str, righe: list[list[Valore]]) -> bytes:
    return foglio_csv(righe) if formato == CSV else foglio_xlsx(titolo, righe)


def _scaricato(contenuto: bytes, file: str, formato: str) -> HttpResponse:
    disposizione = content_disposition_header(as_attachment=True, filename=file)
    return HttpResponse(
        contenuto,
        content_type=TIPI_CONTENUTO[formato],
        headers={"Content-Disposition": disposizione},
    )


def _valore(cella: Any) -> Valore:
    """What a sheet can hold, instants at the hour of Italy; the rest as the screen writes it."""
    if isinstance(cella, datetime):
        return make_naive(cella)
    if cella is None or isinstance(cella, bool | int | Decimal | date):
        return cella
    return str(cella)


def _chiedi_prova(request: HttpRequest) -> HttpResponse:
    """Back to the list once it is given, since a file is no page."""
    parametri = request.GET.copy()
    parametri[CONFERMATO] = parametri.pop("formato")[-1]
    return chiedi_prova(request, f"{request.path}?{parametri.urlencode()}")


def _annota(request: HttpRequest, nome: str, formato: str, quante: int) -> None:
    contesto = getattr(request, "contesto", None)
    if contesto is not None:
        registri.annota(
            autore=contesto,
            adesso=contesto.adesso,
            azione="esporta elenco",
            oggetto=contesto.istituto,
            dati={"elenco": nome, "formato": formato, "righe": quante},
        )
