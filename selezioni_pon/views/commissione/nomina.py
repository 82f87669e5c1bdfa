"""The dirigente names a commission, and puts somebody else in the place of a member."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import commissione as access
from selezioni_pon.forms.commissione.nomina import NominaForm, SostituzioneForm
from selezioni_pon.models import Avviso
from selezioni_pon.queries.commissione.membri import candidature_inviate
from selezioni_pon.queries.commissione.nominabili import nominabili
from selezioni_pon.queries.commissione.pagina import Quadro, RigaMembro, quadro
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.services.commissione.nomina import nomina_commissione
from selezioni_pon.services.commissione.sostituzione import sostituisce_commissario
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI: Final = ["GET", "HEAD", "POST"]
GIA: Final = "La commissione di questo avviso è già nominata."
# The other members read the reason: it does not say with whom the conflict is.
MOTIVI: Final = {
    "conflitto": "Ha dichiarato un conflitto di interessi.",
    "condanne": "Ha dichiarato di non poter far parte della commissione.",
}
NOMINATA: Final = "La commissione è nominata: chi ne fa parte riceve un avviso."


@require_http_methods(METODI)
def commissione_nomina(request: HttpRequest, pk: int) -> HttpResponse:
    """Name the commission of a call, once its term is over."""
    contesto = request.contesto
    avviso = access.da_nominare(contesto, pk)
    if request.method != "POST" and hasattr(avviso, "commissione"):
        messages.info(request, GIA)
        return redirect(indirizzo(request, "commissione", pk))
    regole = regole_di(avviso, contesto.oggi).commissione
    form = NominaForm(
        digitato(request),
        persone=list(nominabili(avviso, contesto.oggi)),
        minimo=regole.minimo.valore,
    )
    if compiuto(
        request, form,
        lambda: nomina_commissione(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, NOMINATA, "commissione", pk)
    dati = {
        "form": form,
        "avviso": avviso,
        "regole": regole,
        "aperto": _si_aspetta(avviso, request),
        "domande": candidature_inviate(pk).count(),
    }
    return mostra(request, "commissione/nomina", dati)


@require_http_methods(METODI)
def commissione_sostituisci(request: HttpRequest, pk: int, membro: int) -> HttpResponse:
    """Put somebody else in the place of a member."""
    contesto = request.contesto
    commissione = access.con_la_commissione(contesto, pk)
    ora = quadro(commissione)
    riga = _che_siede(ora, membro)
    supplenti = [uno.persona for uno in ora.supplenti]
    gia = {uno.membro.persona_id for uno in ora.siedono}
    gia |= {uno.persona_id for uno in (*ora.supplenti, *ora.usciti)}
    form = SostituzioneForm(
        digitato(request),
        supplenti=supplenti,
        altri=list(nominabili(commissione.avviso, contesto.oggi).exclude(pk__in=gia)),
        initial={"motivo": " ".join(MOTIVI.get(una.codice, "") for una in riga.contro).strip()},
    )
    if compiuto(
        request, form,
        lambda: sostituisce_commissario(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, dati=form.dati(membro)
        ),
    ):  # fmt: skip
        testo = "La sostituzione è registrata: chi entra riceve un avviso."
        return fatto(request, testo, "commissione", pk)
    dati = {"form": form, "avviso": commissione.avviso, "riga": riga}
    return mostra(request, "commissione/sostituisci", dati)


def _che_siede(ora: Quadro, membro: int) -> RigaMembro:
    """Who sits and may be replaced; 404 for who has left and for who substitutes."""
    for riga in ora.siedono:
        if riga.membro.pk == membro:
            return riga
    raise Http404


def _si_aspetta(avviso: Avviso, request: HttpRequest) -> bool:
    return aperto(avviso, request.contesto.adesso)
