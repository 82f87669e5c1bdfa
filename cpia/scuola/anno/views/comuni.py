"""What the steps of the passage share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cpia.scuola.anno import access
from cpia.scuola.anno.queries.lettura import Lettura
from cpia.scuola.anno.queries.passi import passi

NOMI = {
    "anno_classi": "1. Classi",
    "anno_studenti": "2. Studenti",
    "anno_incarichi": "3. Incarichi",
    "anno_anteprima": "4. Anteprima",
}


def mostra(
    request: HttpRequest, modello: str, qui: str, lettura: Lettura, stato: int = 200, **altro: Any
) -> HttpResponse:
    """A page of the passage, with the tabs of the steps."""
    slug, anno = request.contesto.istituto.slug, lettura.anno
    dove = passi(lettura)
    schede = [
        {
            "testo": testo,
            "url": reverse(nome, args=[slug, anno.pk]),
            "stato": getattr(dove, nome.removeprefix("anno_")),
            "attiva": nome == qui,
        }
        for nome, testo in NOMI.items()
    ]
    contesto = {
        "anno": anno,
        "lettura": lettura,
        "nuovo": lettura.nuovo,
        "schede": schede,
        "compie": request.contesto.ha(access.COMPIE),
    }
    return render(request, f"scuola/anno/{modello}.html", contesto | altro, status=stato)


def verso(request: HttpRequest, nome: str, *argomenti: object, domanda: str = "") -> HttpResponse:
    indirizzo = reverse(nome, args=[request.contesto.istituto.slug, *argomenti])
    return redirect(f"{indirizzo}?{domanda}" if domanda else indirizzo)
