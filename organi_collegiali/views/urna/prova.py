"""Annulling a secret vote that is open asks for the proof again, as its count does."""

from django.http import HttpRequest, HttpResponse

from cpia.scuola.riconferma import chiedi_prova, provato_da_poco
from organi_collegiali.enums import FormaVotazione, StatoVotazione
from organi_collegiali.models import Votazione

MOTIVO = "motivo_annullamento"


def manca_la_prova(request: HttpRequest, votazione: Votazione) -> bool:
    """Whether who would annul this vote must first say again who he or she is."""
    aperta = votazione.stato == StatoVotazione.APERTA
    return aperta and votazione.forma == FormaVotazione.SEGRETA and not provato_da_poco(request)


def chiedi_la_prova(request: HttpRequest, ritorno: str) -> HttpResponse:
    """To the page that asks; the reason already typed is there on the way back."""
    if motivo := request.POST.get("motivo", "").strip():
        request.session[MOTIVO] = motivo[:300]
    risposta = chiedi_prova(request, ritorno)
    return HttpResponse(headers={"HX-Redirect": risposta["Location"]}) if request.htmx else risposta


def motivo_tenuto(request: HttpRequest) -> dict[str, str]:
    """The reason typed before the proof was asked, once."""
    motivo = request.session.pop(MOTIVO, "")
    return {"motivo": motivo} if motivo else {}
