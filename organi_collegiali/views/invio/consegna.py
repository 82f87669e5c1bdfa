"""Who has no mailbox is told by hand or by phone, and the office writes it down."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import invio as access
from organi_collegiali.forms.invio import ConsegnaForm, rifiuta
from organi_collegiali.models import Convocato
from organi_collegiali.queries.invio import supplenti
from organi_collegiali.services.invio.risposte import Consegna, annota_consegna
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def consegna(request: HttpRequest, pk: int) -> HttpResponse:
    """How and when somebody was told, and what was answered then."""
    contesto = request.contesto
    convocato = access.convocato_da_avvisare(contesto, pk)
    form = ConsegnaForm(
        request.POST or None,
        initial=_iniziali(request, convocato),
        con_supplente=supplenti.possibile(convocato.seduta, convocato) is not None,
    )
    if request.method == "POST" and form.is_valid() and _annota(request, convocato, form):
        chi = convocato.persona.nome_e_cognome
        messages.success(request, f"Annotato: {chi} è stato avvisato.")
        return redirect("organi:seduta", contesto.istituto.slug, convocato.seduta_id)
    return render(
        request,
        "organi/invio/consegna.html",
        {
            "form": form,
            "convocato": convocato,
            "seduta": convocato.seduta,
            "organo": convocato.seduta.organo,
        },
        status=422 if form.errors else 200,
    )


def _iniziali(request: HttpRequest, convocato: Convocato) -> dict[str, object]:
    adesso = timezone.localtime(request.contesto.adesso)
    return {
        "giorno": adesso.date(),
        "ora": adesso.time().replace(second=0, microsecond=0),
        "risposta": convocato.risposta,
        "motivo": convocato.motivo_risposta,
    }


def _annota(request: HttpRequest, convocato: Convocato, form: ConsegnaForm) -> bool:
    puliti = form.cleaned_data
    try:
        annota_consegna(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            convocato_id=convocato.pk,
            consegna=Consegna(
                mezzo=puliti["mezzo"],
                quando=form.quando,
                risposta=puliti["risposta"],
                motivo=puliti["motivo"],
                incompatibile=puliti.get("incompatibile", False),
            ),
        )
    except AttoRifiutato as rifiuto:
        rifiuta(form, rifiuto.violazioni)
        return False
    return True
