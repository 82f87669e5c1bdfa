"""The sitting votes on its own agenda: to add an item, to deal with one before the others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from organi_collegiali.access import sedute as access
from organi_collegiali.enums import NaturaPunto
from organi_collegiali.forms.voto import AmmissioneForm
from organi_collegiali.models import Seduta
from organi_collegiali.queries.voto.agenda_voto import anticipabili, come_si_aggiunge
from organi_collegiali.services.voto.inversione import (
    PuntoChiesto,
    chiedi_ammissione,
    chiedi_inversione,
)
from organi_collegiali.views.atti import compiuto
from organi_collegiali.views.voto.risposte import chiude_dialogo

APERTA = "La votazione è aperta: nessuno parla più."


@require_http_methods(["GET", "POST"])
def ammissione(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that an item be added, by the majority that the school's rule wants."""
    seduta = access.seduta_da_condurre(request.contesto, pk)
    form = AmmissioneForm(request.POST or None)

    def chiedi() -> object:
        return _chiedi(request, seduta, form)

    if request.method == "POST" and form.is_valid() and compiuto(form, chiedi, fonti=True):
        return chiude_dialogo(request, seduta, APERTA)
    regola = come_si_aggiunge(seduta, request.contesto.adesso)
    return render(
        request,
        "organi/voto/ammissione.html",
        {"seduta": seduta, "form": form, "regola": regola},
        status=422 if form.errors else 200,
    )


def _chiedi(request: HttpRequest, seduta: Seduta, form: AmmissioneForm) -> object:
    dati = form.cleaned_data
    return chiedi_ammissione(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        seduta_id=seduta.pk,
        punto=PuntoChiesto(
            dati["titolo"],
            NaturaPunto(dati["natura"]),
            su_persone=dati["su_persone"],
            titolo_pubblico=dati["titolo_pubblico"],
        ),
    )


@require_http_methods(["GET", "POST"])
def inversione(request: HttpRequest, pk: int) -> HttpResponse:
    """Put to the vote which item is dealt with next."""
    contesto = request.contesto
    seduta = access.seduta_da_condurre(contesto, pk)
    punti = anticipabili(seduta)
    violazioni: tuple[Violazione, ...] = ()
    if request.method == "POST":
        scelto = next((p for p in punti if str(p.pk) == request.POST.get("punto")), None)
        try:
            if scelto is None:
                testo = "Scegli il punto da trattare subito."
                raise AttoRifiutato([Violazione("punto", testo, "", "punto")])
            chiedi_inversione(autore=contesto, adesso=contesto.adesso, punto_id=scelto.pk)
        except AttoRifiutato as rifiuto:
            violazioni = rifiuto.violazioni
        else:
            return chiude_dialogo(request, seduta, APERTA)
    return render(
        request,
        "organi/voto/inversione.html",
        {"seduta": seduta, "punti": punti, "violazioni": violazioni},
        status=422 if violazioni else 200,
    )
