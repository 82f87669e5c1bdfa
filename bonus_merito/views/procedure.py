"""A procedure: its page, the reasons of its figures, and how it is prepared."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from bonus_merito.access import procedure as access
from bonus_merito.forms.procedure import ProceduraForm
from bonus_merito.models import Procedura
from bonus_merito.queries import procedure as lettura
from bonus_merito.services import procedure as servizi
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.conflitti import compiuto


@require_safe
def procedura(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a procedure stands, what comes next, and the pages of this person."""
    trovata = access.da_vedere(request.contesto, pk)
    pagina = lettura.pagina_procedura(request.contesto, trovata)
    return render(request, "bonus/procedure/procedura.html", {"p": pagina, "procedura": trovata})


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Who says by when one asks, and how many are rewarded."""
    trovata = access.da_vedere(request.contesto, pk)
    di = request.GET.get("di", "")
    motivi = lettura.motivi(trovata, request.contesto.oggi).get(di)
    if motivi is None:
        raise Http404
    dati = {"procedura": trovata, "motivi": motivi, "di": di}
    return render(request, "bonus/procedure/perche.html", dati)


@require_http_methods(["GET", "HEAD", "POST"])
def nuova(request: HttpRequest) -> HttpResponse:
    """Prepare the procedure of a year, on its fund and on criteria in force."""
    contesto = request.contesto
    access.prepara(contesto)
    dati = request.POST if request.method == "POST" else None
    form = ProceduraForm(dati, istituto=contesto.istituto, initial=_iniziali(request))
    fatte: list[Procedura] = []

    def atto() -> None:
        fatte.append(
            servizi.prepara_procedura(autore=contesto, adesso=contesto.adesso, **form.dati)
        )

    if compiuto(request, form, atto):
        return fatto(request, "La procedura è preparata.", "procedura", fatte[0].pk)
    return mostra(request, "procedure/nuova", {"form": form})


def _iniziali(request: HttpRequest) -> dict[str, Any]:
    """The latest fund and criteria: almost always those."""
    istituto_id = request.contesto.istituto.pk
    fondo = lettura.fondi(istituto_id).first()
    criteri = lettura.criteri_adottati(istituto_id).first()
    return {"fondo": fondo and fondo.pk, "criteri": criteri and criteri.pk}
