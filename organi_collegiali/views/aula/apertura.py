"""The roll call ends: the sitting is opened; who presides and who writes may change later."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import sedute as access
from organi_collegiali.forms.aula import CaricheForm
from organi_collegiali.queries.aula import aula as leggi
from organi_collegiali.queries.aula.cariche import cariche as chi_tiene
from organi_collegiali.services import aula as servizi
from organi_collegiali.views.atti import compiuto
from organi_collegiali.views.aula.risposte import da_correggere, fatto, rifiutato


@require_POST
def apri(request: HttpRequest, pk: int) -> HttpResponse:
    """Call the sitting to order."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    form = CaricheForm(request.POST)
    if not form.is_valid():
        return da_correggere(request, seduta, form)
    try:
        servizi.apri_seduta(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            presiede_id=form.cleaned_data["presiede"],
            verbalizza_id=form.cleaned_data["verbalizza"],
        )
    except AttoRifiutato as rifiuto:
        return rifiutato(request, seduta, rifiuto.violazioni)
    return fatto(request, seduta, "La seduta è aperta.")


@require_http_methods(["GET", "POST"])
def cariche(request: HttpRequest, pk: int) -> HttpResponse:
    """Another presides or writes from now on."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    form = CaricheForm(request.POST or None)

    def cambia() -> object:
        return servizi.cambia_cariche(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            presiede_id=form.cleaned_data["presiede"],
            verbalizza_id=form.cleaned_data["verbalizza"],
        )

    if request.method == "POST" and form.is_valid() and compiuto(form, cambia):
        return fatto(request, seduta, "Da ora la seduta è tenuta da altri.")
    return render(
        request,
        "organi/aula/cariche.html",
        {
            "seduta": seduta,
            "form": form,
            "cariche": chi_tiene(leggi(seduta, contesto.adesso)),
        },
        status=422 if form.errors else 200,
    )
