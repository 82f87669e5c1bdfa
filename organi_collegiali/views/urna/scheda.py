"""The ballot of a member: one choice, one post, and no trace of it afterwards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import urna as access
from organi_collegiali.enums import StatoVotazione
from organi_collegiali.forms.urna import SchedaForm
from organi_collegiali.models import Convocato, Votazione
from organi_collegiali.queries.urna import urna as lettura
from organi_collegiali.queries.urna.preferenze import candidati
from organi_collegiali.services.urna.urna import vota_in_segreto


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def urna(request: HttpRequest, pk: int) -> HttpResponse:
    """The ballot while the box is open; then who voted, and how many ballots there were."""
    votazione, convocato = access.votazione_da_votare(request.contesto, pk)
    if request.method == "POST":
        return _vota(request, votazione, convocato)
    return _mostra(request, votazione, convocato)


@sensitive_variables("form")
def _vota(request: HttpRequest, votazione: Votazione, convocato: Convocato) -> HttpResponse:
    contesto = request.contesto
    form = SchedaForm(lettura.foglio_di_voto(votazione), request.POST)
    if not form.is_valid():
        return _mostra(request, votazione, convocato, form)
    try:
        vota_in_segreto(
            autore=contesto,
            adesso=contesto.adesso,
            votazione_id=votazione.pk,
            scelte=form.cleaned_data["scelte"],
        )
    except AttoRifiutato as rifiuto:
        votazione.refresh_from_db(fields=["stato"])
        return _mostra(request, votazione, convocato, motivi=rifiuto.violazioni, stato=409)
    return redirect("organi:urna", request.istituto.slug, votazione.pk)


@sensitive_variables("form", "dati")
def _mostra(
    request: HttpRequest,
    votazione: Votazione,
    convocato: Convocato,
    form: SchedaForm | None = None,
    *,
    motivi: object = (),
    stato: int = 200,
) -> HttpResponse:
    adesso = request.contesto.adesso
    urna = lettura.urna(votazione, adesso)
    aperta = votazione.stato == StatoVotazione.APERTA
    proclamata = votazione.stato == StatoVotazione.PROCLAMATA
    ha_votato = convocato.pk in urna.votanti
    puo = aperta and not ha_votato and lettura.puo_votare(votazione, convocato, adesso)
    if puo and form is None:
        form = SchedaForm(lettura.foglio_di_voto(votazione))
    dati = {
        "votazione": votazione,
        "seduta": votazione.punto.seduta,
        "urna": urna,
        "aperta": aperta,
        "ha_votato": ha_votato,
        "form": form if puo else None,
        "molte": puo and form is not None and form.foglio.preferenze > 1,
        "motivi": motivi,
        "proposte": candidati(votazione) if proclamata else (),
        "proclamata": proclamata,
        "schede": 0 if aperta else lettura.schede_contate(votazione),
    }
    return render(
        request, "organi/urna/urna.html", dati, status=422 if form and form.errors else stato
    )


@require_safe
def come_resta_segreto(request: HttpRequest) -> HttpResponse:
    """How a ballot stays secret, and from whom it does not."""
    return render(request, "organi/urna/come_resta_segreto.html")
