"""A tie across the cut: who is level, how many stay, why these."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from bonus_merito.access import quadro as access
from bonus_merito.enums import StatoProcedura
from bonus_merito.forms.quadro import ParitaForm
from bonus_merito.models import Procedura
from bonus_merito.queries.parita import AllaPari, alla_pari
from bonus_merito.services.parita import decide_parita
from cpia.norme.errori import AttoRifiutato, Conflitto

CAMBIATA = "Nel frattempo è cambiato chi è alla pari: qui c’è com’è adesso."


@require_http_methods(["GET", "HEAD", "POST"])
def parita(request: HttpRequest, pk: int) -> HttpResponse:
    """The people who are level and the form that settles it; on to the board without a tie."""
    procedura = access.procedura(request.contesto, pk)
    pari = alla_pari(procedura)
    if pari is None:
        return _senza(request, procedura)
    if request.method != "POST":
        return _mostra(request, procedura, pari, ParitaForm(pari=pari))
    form = ParitaForm(request.POST, pari=pari)
    if form.is_valid():
        try:
            decide_parita(
                autore=request.contesto,
                adesso=request.contesto.adesso,
                procedura_id=pk,
                pari=form.letti,
                scelte=form.tenute,
                motivo=form.cleaned_data["motivo"].strip(),
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
        except Conflitto:
            return _cambiata(request, procedura)
        else:
            messages.success(request, "Parità decisa: il quadro è ricalcolato.")
            return redirect("bonus:quadro", request.contesto.istituto.slug, pk)
    return _mostra(request, procedura, pari, form, 422)


def _cambiata(request: HttpRequest, procedura: Procedura) -> HttpResponse:
    """Who is level now, with the reason that was typed."""
    pari = alla_pari(procedura)
    if pari is None:
        return _senza(request, procedura)
    form = ParitaForm({"motivo": request.POST.get("motivo", "")}, pari=pari)
    form.data = {**form.data, "pari": form.initial["pari"]}
    form.add_error(None, CAMBIATA)
    return _mostra(request, procedura, pari, form, 409)


def _tenute(pari: AllaPari) -> list[int]:
    return list(pari.decisa.scelte) if pari.decisa else []


def _senza(request: HttpRequest, procedura: Procedura) -> HttpResponse:
    messages.info(request, "Adesso nessuno è alla pari sul limite dei beneficiari.")
    return redirect("bonus:quadro", request.contesto.istituto.slug, procedura.pk)


def _mostra(
    request: HttpRequest, procedura: Procedura, pari: AllaPari, form: ParitaForm, stato: int = 200
) -> HttpResponse:
    pagina = {
        "procedura": procedura,
        "pari": pari,
        "restano": [r.nome for r in pari.righe if r.richiesta.pk in _tenute(pari)],
        "form": form,
        "modificabile": procedura.stato == StatoProcedura.IN_VALUTAZIONE.value,
    }
    return render(request, "bonus/quadro/parita.html", pagina, status=stato)
