"""The tutor of one person or of many at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from patto_formativo.access import accoglienza as access
from patto_formativo.forms.accoglienza import TutorForm
from patto_formativo.models import Corsista
from patto_formativo.queries.carichi import tutor_con_carico
from patto_formativo.queries.elenchi import nome_della_sede
from patto_formativo.services.accoglienza import assegna_tutor
from patto_formativo.views.accoglienza.comuni import numero


@require_http_methods(["GET", "HEAD", "POST"])
def assegna(request: HttpRequest) -> HttpResponse:
    """Give a tutor to those who are ticked: first those who have none."""
    contesto: Contesto = request.contesto
    corsisti = sorted(access.assegnabili(contesto), key=_senza_tutor_prima)
    form = TutorForm(
        request.POST or None,
        corsisti=corsisti,
        tutor=tutor_con_carico(contesto),
        initial=_iniziali(request),
    )
    fatti: list[int] = []

    def atto() -> None:
        dati = form.cleaned_data
        fatti.append(
            assegna_tutor(
                autore=contesto,
                adesso=contesto.adesso,
                corsisti=dati["corsisti"],
                tutor_id=dati["tutor"],
            )
        )

    if compiuto(request, form, atto):
        messages.success(request, _detto(fatti[0]))
        return redirect("patto:inizio", contesto.istituto.slug)
    return render(
        request,
        "patto/accoglienza/tutor.html",
        {"form": form, "voci": _voci(contesto, form, corsisti)},
        status=422 if request.method == "POST" else 200,
    )


def _senza_tutor_prima(corsista: Corsista) -> tuple[bool, str, str]:
    return corsista.tutor_id is not None, corsista.persona.cognome, corsista.persona.nome


def _iniziali(request: HttpRequest) -> dict[str, Any]:
    pk = numero(request.GET.get("corsista"))
    return {"corsisti": [pk]} if pk else {}


def _voci(
    contesto: Contesto, form: TutorForm, corsisti: list[Corsista]
) -> list[tuple[Corsista, str, bool]]:
    """Each person with the site and whether it is ticked."""
    scelti = {str(pk) for pk in form["corsisti"].value() or ()}
    return [(c, nome_della_sede(contesto, c), str(c.pk) in scelti) for c in corsisti]


def _detto(quanti: int) -> str:
    if not quanti:
        return "Avevano già questo tutor: non è cambiato nulla."
    return f"Il tutor è assegnato a {plurale(quanti, 'persona', 'persone')}. È avvisato."
