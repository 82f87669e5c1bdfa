"""How each person is told: in the portal always, by mail as one likes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cpia.avvisi import queries, rules, services
from cpia.avvisi.enums import Posta
from cpia.avvisi.forms import PreferenzeForm, form_delle
from cpia.avvisi.models import PreferenzeAvvisi
from cpia.avvisi.riepilogo import anteprima, in_breve
from cpia.avvisi.services.posta import recapito


@require_http_methods(["GET", "HEAD", "POST"])
def impostazioni_avvisi(request: HttpRequest) -> HttpResponse:
    """Choose how the mails come; what the digest would say stands beside."""
    contesto = request.contesto
    preferenze = queries.preferenze(contesto.istituto.pk, contesto.persona.pk)
    if request.method != "POST":
        return _pagina(request, preferenze, form_delle(preferenze))
    form = form_delle(preferenze, request.POST)
    if not form.is_valid():
        return _pagina(request, preferenze, form)
    scelte = services.scegli_avvisi(
        autore=contesto,
        adesso=contesto.adesso,
        posta=Posta(form.cleaned_data["posta"]),
        ora_riepilogo=form.cleaned_data["ora_riepilogo"],
    )
    messages.success(request, f"Da adesso gli avvisi per e-mail arrivano {in_breve(scelte)}.")
    return redirect("impostazioni_avvisi", contesto.istituto.slug)


def _pagina(
    request: HttpRequest, preferenze: PreferenzeAvvisi, form: PreferenzeForm
) -> HttpResponse:
    contesto = request.contesto
    dati = {
        "form": form,
        "preferenze": preferenze,
        "con_riepilogo": preferenze.posta == Posta.RIEPILOGO,
        "recapito": recapito(contesto.persona),
        "anteprima": anteprima(contesto, preferenze),
        "prossimo": rules.prossimo_riepilogo(
            preferenze.ora_riepilogo,
            preferenze.ultimo_riepilogo,
            timezone.localtime(contesto.adesso),
        ),
    }
    return render(request, "avvisi/impostazioni.html", dati, status=422 if form.errors else 200)
