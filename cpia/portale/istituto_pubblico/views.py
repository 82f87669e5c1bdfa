"""The public pages of an institute. None is for search engines: they show what the albo shows."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.albo.righe import riga
from cpia.portale.istituto_pubblico import queries, services
from cpia.portale.istituto_pubblico.forms import SegnalazioneForm
from cpia.scuola import orologio
from cpia.scuola.limite import oltre_il_limite
from cpia.scuola.middleware import pubblica

# The day on which the texts shipped with the portal were last read through.
AGGIORNATE = date(2024, 5, 31)
SEGNALAZIONI_AL_MINUTO = 5


@pubblica
@require_safe
def istituto(request: HttpRequest) -> HttpResponse:
    """The home: who we are, where, what is new, where to go on."""
    oggi = orologio.oggi()
    return _pagina(
        request,
        "istituto",
        {
            "sedi": queries.sedi(request.istituto),
            "atti": [riga(atto, oggi) for atto in queries.ultimi_atti(request.istituto, oggi)],
            "circolari": queries.ultime_circolari(request.istituto, oggi),
        },
    )


@pubblica
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What the portal does with personal data, and who watches over it."""
    return _pagina(request, "privacy", {})


@pubblica
@require_safe
def accessibilita(request: HttpRequest) -> HttpResponse:
    """The declaration of accessibility, which is published by AgID only, and how to report."""
    return _pagina(request, "accessibilita", {})


@pubblica
@require_safe
def note_legali(request: HttpRequest) -> HttpResponse:
    """Licence of the contents, and what the pages are worth."""
    return _pagina(request, "note_legali", {})


@pubblica
@require_http_methods(["GET", "HEAD", "POST"])
def segnala(request: HttpRequest) -> HttpResponse:
    """Report a problem to the office; by mail only when nobody keeps the front desk."""
    oggi = orologio.oggi()
    form = SegnalazioneForm(request.POST if request.method == "POST" else None)
    dati = {"form": form, "si_riceve": bool(queries.chi_riceve(request.istituto, oggi))}
    if request.method == "POST" and oltre_il_limite(request, "segnala", SEGNALAZIONI_AL_MINUTO):
        form.add_error(None, "Troppe segnalazioni da questo indirizzo: riprova fra un minuto.")
        return _pagina(request, "segnala", dati, status=429)
    if request.method == "POST" and form.is_valid():
        mandate = services.segnala(
            istituto=request.istituto, adesso=orologio.adesso(), testo=form.parole
        )
        return _pagina(request, "segnala", dati | {"mandata": bool(mandate)})
    return _pagina(request, "segnala", dati, status=422 if form.errors else 200)


def _pagina(
    request: HttpRequest, nome: str, dati: dict[str, Any], status: int = 200
) -> HttpResponse:
    comuni = {
        "recapiti": queries.recapiti(request.istituto.pk, orologio.oggi()),
        "aggiornata": AGGIORNATE,
    }
    response = render(request, f"portale/sito/{nome}.html", comuni | dati, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
