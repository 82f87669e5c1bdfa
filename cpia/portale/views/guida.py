"""The user guide: first the pages of who reads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.portale.aiuto import pagine
from cpia.scuola.enums import TipoIstituto


@require_safe
def guida(request: HttpRequest) -> HttpResponse:
    """The pages of the roles of today, what is for everybody, then the others."""
    contesto = request.contesto
    cpia = contesto.istituto.tipo == TipoIstituto.CPIA
    mie, altre = pagine.per_ruoli(contesto.ruoli, cpia=cpia)
    return render(request, "portale/guida.html", {"mie": mie, "altre": altre})


@require_safe
def guida_pagina(request: HttpRequest, pagina: str) -> HttpResponse:
    """One page, with its contents at the side."""
    trovata = pagine.pagine().get(pagina)
    if trovata is None:
        raise Http404
    tutte = pagine.pagine().values()
    return render(request, "portale/guida_pagina.html", {"pagina": trovata, "pagine": tutte})
