"""The act of a commissario, who deliberates alone."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import delibere as access
from organi_collegiali.forms.testi import PAROLE, AttoForm
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.queries.delibere.frasi import frasi_per
from organi_collegiali.queries.numeri import DELIBERE, prossimo_previsto, serie_di
from organi_collegiali.queries.regole import regole
from organi_collegiali.services.delibere.senza_seduta import DatiAtto, adotta_atto
from organi_collegiali.views.delibere.pagina import con_rifiuto

SCRITTI = ("oggetto", "testo", "premesse", "esecutiva", "su_persone", "oggetto_pubblico")


@require_http_methods(["GET", "POST"])
def atto(request: HttpRequest, pk: int) -> HttpResponse:
    """Write an act and adopt it: it takes the next number."""
    contesto = request.contesto
    organo = access.organo_senza_sedute(contesto, pk)
    form = AttoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        dati = DatiAtto(**{nome: form.cleaned_data[nome] for nome in SCRITTI})
        try:
            delibera = adotta_atto(
                autore=contesto, adesso=contesto.adesso, organo_id=organo.pk, dati=dati
            )
        except AttoRifiutato as rifiuto:
            con_rifiuto(form, rifiuto)
        else:
            messages.success(request, f"Adottata la delibera n. {delibera.numero}.")
            return redirect("organi:delibera", contesto.istituto.slug, delibera.pk)
    return render(
        request,
        "organi/delibere/atto.html",
        _scena(request, organo, form),
        status=422 if form.errors else 200,
    )


def _scena(request: HttpRequest, organo: OrganoCollegiale, form: AttoForm) -> dict[str, Any]:
    oggi = request.contesto.oggi
    serie = serie_di(organo, DELIBERE, oggi, regole(organo, oggi))
    return {
        "organo": organo,
        "form": form,
        "scritte": form.scritte,
        "parole": PAROLE,
        "frasi": frasi_per(organo),
        "prossimo": prossimo_previsto(organo, DELIBERE, serie),
    }
