"""The legal number is missing: it is put on record, by whom and with whose pen."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organi_collegiali.access import sedute as access
from organi_collegiali.forms.aula import ConstataForm
from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula import Aula
from organi_collegiali.queries.aula import aula as leggi
from organi_collegiali.queries.aula.cariche import cariche
from organi_collegiali.rules.aula.cariche_di_seduta import chi_constata
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.atti import compiuto


@require_http_methods(["GET", "POST"])
def deserta(request: HttpRequest, pk: int) -> HttpResponse:
    """Put on record that the legal number was missing."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    stanza = leggi(seduta, contesto.adesso)
    form = _form(request, stanza)

    def dichiara() -> object:
        return servizi.dichiara_deserta(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            presiede_id=form.cleaned_data["presiede"],
            verbalizza_id=form.cleaned_data["verbalizza"],
        )

    if form.is_bound and form.is_valid() and compiuto(form, dichiara):
        return redirect("organi:seduta", request.istituto.slug, pk)
    dati = _conferma(request, seduta, stanza) | {"form": form}
    return render(request, "componenti/conferma.html", dati, status=422 if form.errors else 200)


def _form(request: HttpRequest, stanza: Aula) -> ConstataForm:
    """Who came and who declares it, with the two that the rule of the organ names."""
    io = request.contesto.persona
    venuti = {riga.convocato.persona_id: str(riga.convocato.persona) for riga in stanza.in_aula}
    proposte = cariche(stanza)
    constata, verbalizza = chi_constata(
        proposte.presiede, proposte.verbalizza, presenti=list(venuti), dichiara=io.pk
    )
    return ConstataForm(
        (venuti | {io.pk: str(io)}).items(),
        request.POST if "riletto" in request.POST else None,
        initial={"presiede": constata, "verbalizza": verbalizza},
    )


def _conferma(request: HttpRequest, seduta: Seduta, stanza: Aula) -> dict[str, Any]:
    return {
        "domanda": "Dichiarare deserta la seduta?",
        "effetti": [
            stanza.perche_valida,
            "resta scritto chi è venuto e chi no, con l’ora; si apre il verbale che ne dà atto",
            "il verbale va in lettura, si approva alla prossima seduta, poi si firma e si pubblica",
            "si convoca di nuovo con lo stesso ordine del giorno: l’avviso va a chi non è venuto",
        ],
        "correzione": "Se arriva chi manca prima della conferma, si torna indietro e si apre.",
        "rilettura": "Ho riletto l’appello",
        "verbo": "Dichiara deserta",
        "azione": request.path,
        "indietro": reverse("organi:aula", args=[request.istituto.slug, seduta.pk]),
    }
