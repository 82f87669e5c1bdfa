"""The office puts right what was typed in an application, and prints it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from patto_formativo.access import iscrizioni as access
from patto_formativo.enums import StatoDomanda
from patto_formativo.forms.iscrizioni_correggi import CorreggiForm
from patto_formativo.queries.iscrizioni.offerte import da_correggere
from patto_formativo.services import iscrizioni as servizi
from patto_formativo.views.iscrizioni.comuni import fatto, foglio, pagina
from patto_formativo.views.iscrizioni.scelte import gruppi

TARDI = "I dati si correggono finché la domanda è da guardare; dopo, fra le persone della scuola."


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def correggi(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what was typed, with the reason; 409 when somebody else did meanwhile."""
    contesto: Contesto = request.contesto
    domanda = access.domanda_da_trattare(contesto, pk)
    scritto = request.method == "POST"
    if not scritto and domanda.stato != StatoDomanda.PRESENTATA:
        messages.error(request, TARDI)
        return redirect("patto:domanda", contesto.istituto.slug, pk)
    form = CorreggiForm(
        request.POST if scritto else None, offerte=da_correggere(domanda),
        tardiva=domanda.tardiva, oggi=contesto.oggi,
    )  # fmt: skip
    form.initial = form.attuali(domanda)
    if compiuto(
        request, form,
        lambda: servizi.correggi_domanda(
            autore=contesto, adesso=contesto.adesso, domanda_id=pk, dati=form.dati,
            motivo=form.cleaned_data["motivo"], versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "I dati sono corretti; la domanda di prima resta agli atti.",
                     "domanda", pk)  # fmt: skip
    return pagina(request, "correggi", {"form": form, "gruppi": gruppi(form), "domanda": domanda})


@require_safe
def stampa(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of an application."""
    contesto: Contesto = request.contesto
    domanda = access.domanda(contesto, pk)
    try:
        pdf = servizi.foglio_per_ufficio(autore=contesto, adesso=contesto.adesso, domanda=domanda)
    except AttoRifiutato as rifiuto:
        messages.error(request, " ".join(violazione.testo for violazione in rifiuto.violazioni))
        return redirect("patto:domanda", contesto.istituto.slug, pk)
    return foglio(domanda, pdf)
