"""What a member declares on the list of names: before it there is nothing else to see."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import commissione as access
from selezioni_pon.forms.commissione.dichiarazione import ConflittoForm, DichiarazioneForm
from selezioni_pon.models import Commissario
from selezioni_pon.queries.commissione.membri import (
    candidature_inviate,
    conflitti_di,
    contro_il_lavoro,
)
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.services.commissione.dichiarazione import aggiunge_conflitto, dichiara
from selezioni_pon.views.comuni import digitato, fatto, mostra

RESA: Final = "La dichiarazione è resa."
AGGIUNTO: Final = "Il conflitto è registrato."


@require_http_methods(["GET", "HEAD", "POST"])
def commissione_dichiarazione(request: HttpRequest, pk: int) -> HttpResponse:
    """The declaration; once it was made, what it says and a conflict to add to it."""
    membro = access.chi_dichiara(request.contesto, pk)
    if membro.dichiarato_il is None:
        return _rende(request, membro)
    return _aggiunge(request, membro)


def _rende(request: HttpRequest, membro: Commissario) -> HttpResponse:
    contesto, avviso = request.contesto, membro.commissione.avviso
    candidature = list(candidature_inviate(avviso.pk))
    form = DichiarazioneForm(digitato(request), candidature=candidature)
    if compiuto(
        request, form,
        lambda: dichiara(
            autore=contesto, adesso=contesto.adesso, avviso_id=avviso.pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, RESA, "commissione", avviso.pk)
    dati = {
        "form": form,
        "avviso": avviso,
        "candidature": candidature,
        "conflitto": regole_di(avviso).commissione.conflitto,
    }
    return mostra(request, "commissione/dichiarazione", dati)


def _aggiunge(request: HttpRequest, membro: Commissario) -> HttpResponse:
    contesto, avviso = request.contesto, membro.commissione.avviso
    candidature = list(candidature_inviate(avviso.pk))
    gia = conflitti_di(membro.commissione_id).get(membro.pk, frozenset())
    altre = [una for una in candidature if una.pk not in gia]
    form = ConflittoForm(digitato(request), candidature=altre)
    if compiuto(
        request, form,
        lambda: aggiunge_conflitto(
            autore=contesto, adesso=contesto.adesso, avviso_id=avviso.pk,
            candidature=frozenset(form.cleaned_data["in_conflitto"]),
        ),
    ):  # fmt: skip
        return fatto(request, AGGIUNTO, "commissione", avviso.pk)
    dati = {
        "form": form,
        "avviso": avviso,
        "membro": membro,
        "in_conflitto": [una for una in candidature if una.pk in gia],
        "altre": altre,
        "contro": contro_il_lavoro(membro, contesto.adesso),
    }
    return mostra(request, "commissione/dichiarata", dati)
