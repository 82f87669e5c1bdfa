"""The box is opened and counted, or annulled; who runs the sitting is asked for the proof again."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.riconferma import chiedi_prova, provato_da_poco
from organi_collegiali.access import urna as access
from organi_collegiali.enums import ModoVotazione, StatoVotazione
from organi_collegiali.forms.aula import MotivoForm
from organi_collegiali.forms.urna import RilettoForm, SorteggioForm
from organi_collegiali.models import Votazione
from organi_collegiali.queries.urna import spoglio as lettura
from organi_collegiali.services.urna import chiavi
from organi_collegiali.services.urna.elezioni_in_seduta import registra_sorteggio
from organi_collegiali.services.urna.urna import ChiavePerduta, SchedeNonTornano, annulla_urna
from organi_collegiali.services.voto.votazioni import chiudi_votazione
from organi_collegiali.views.urna.prova import chiedi_la_prova, manca_la_prova, motivo_tenuto

PERDUTA = Violazione(
    "chiave_perduta",
    "La chiave di quest’urna non c’è più: le schede non si possono leggere, nemmeno da chi "
    "gestisce il portale. La votazione si annulla e si ripete: tutti votano di nuovo.",
    "",
)
NON_TORNANO = Violazione(
    "schede_non_tornano",
    "Le schede non sono tante quante i votanti: l’urna non si conta. La votazione si annulla e si "
    "ripete.",
    "una scheda per ogni votante",
)


@require_http_methods(["GET", "POST"])
def spoglio(request: HttpRequest, pk: int) -> HttpResponse:
    """Before: who has voted and what to think of first. After: the figures."""
    votazione = access.segreta_da_condurre(request.contesto, pk)
    if votazione.stato != StatoVotazione.APERTA:
        return _contata(request, votazione)
    if votazione.modo == ModoVotazione.SCHEDE:
        return redirect("organi:schede_di_carta", request.istituto.slug, pk)
    if not provato_da_poco(request):
        return chiedi_prova(request, request.path)
    if request.method == "POST":
        return _apri(request, votazione)
    return _chiusa(request, votazione)


def _apri(request: HttpRequest, votazione: Votazione) -> HttpResponse:
    contesto, form = request.contesto, RilettoForm(request.POST)
    if not form.is_valid():
        return _chiusa(request, votazione, form=form, stato=422)
    try:
        chiudi_votazione(autore=contesto, adesso=contesto.adesso, votazione_id=votazione.pk)
    except AttoRifiutato as rifiuto:
        return _chiusa(request, votazione, rifiuto.violazioni, stato=422)
    except ChiavePerduta:
        return _chiusa(request, votazione, [PERDUTA], stato=409)
    except SchedeNonTornano:
        return _chiusa(request, votazione, [NON_TORNANO], stato=409)
    return redirect("organi:spoglio", request.istituto.slug, votazione.pk)


def _chiusa(
    request: HttpRequest,
    votazione: Votazione,
    violazioni: Sequence[Violazione] = (),
    *,
    form: RilettoForm | None = None,
    motivo: MotivoForm | None = None,
    stato: int = 200,
) -> HttpResponse:
    """The page before the count; without its key a box can only be annulled."""
    if not violazioni and not chiavi.presente(votazione.urna):
        violazioni = [PERDUTA]
    dati = {
        "votazione": votazione,
        "seduta": votazione.punto.seduta,
        "violazioni": violazioni,
        "da_annullare": {v.codice for v in violazioni} & {PERDUTA.codice, NON_TORNANO.codice},
        "form": form or RilettoForm(),
        "motivo": motivo or MotivoForm(initial=motivo_tenuto(request)),
        **lettura.prima(votazione, request.contesto.adesso),
    }
    return render(request, "organi/urna/spoglio.html", dati, status=stato)


def _contata(
    request: HttpRequest,
    votazione: Votazione,
    violazioni: Sequence[Violazione] = (),
    stato: int = 200,
) -> HttpResponse:
    dati = {
        "votazione": votazione,
        "seduta": votazione.punto.seduta,
        "violazioni": violazioni,
        **lettura.dopo(votazione, request.contesto.adesso),
    }
    return render(request, "organi/urna/contata.html", dati, status=stato)


@require_POST
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Annul an open box, after the proof and with a reason: nobody reads what is in it."""
    contesto = request.contesto
    votazione = access.urna_da_aprire(contesto, pk)
    if manca_la_prova(request, votazione):
        return chiedi_la_prova(request, reverse("organi:spoglio", args=[request.istituto.slug, pk]))
    form = MotivoForm(request.POST)
    if not form.is_valid():
        return _chiusa(request, votazione, motivo=form, stato=422)
    try:
        annulla_urna(
            autore=contesto,
            adesso=contesto.adesso,
            votazione_id=pk,
            motivo=form.cleaned_data["motivo"],
        )
    except AttoRifiutato as rifiuto:
        return _contata(request, votazione, rifiuto.violazioni, stato=409)
    messages.success(request, "La votazione è annullata: nessuno ha letto le schede.")
    return redirect(reverse("organi:aula", args=[request.istituto.slug, votazione.punto.seduta_id]))


@require_POST
def sorteggio(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down who was drawn by lot among the candidates who are level."""
    contesto = request.contesto
    votazione = access.segreta_da_condurre(contesto, pk)
    form = SorteggioForm(lettura.in_sorte(votazione), request.POST)
    if not form.is_valid():
        testi = [errore for errori in form.errors.values() for errore in errori]
        return _contata(request, votazione, [Violazione("sorteggio", t, "") for t in testi], 422)
    try:
        registra_sorteggio(
            autore=contesto,
            adesso=contesto.adesso,
            votazione_id=pk,
            estratti=[int(chiave) for chiave in form.cleaned_data["estratti"]],
        )
    except AttoRifiutato as rifiuto:
        return _contata(request, votazione, rifiuto.violazioni, 422)
    messages.success(request, "Il sorteggio è registrato.")
    return redirect("organi:spoglio", request.istituto.slug, pk)
