"""The acts of who runs the sitting on a vote: open, count, close, call by name, write names."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import sedute
from organi_collegiali.access import voto as access
from organi_collegiali.enums import FormaVotazione, GenereVotazione, ModoVotazione, StatoVotazione
from organi_collegiali.forms.voto import CifreForm, VotazioneForm, nomi_di, scritti, voto_da
from organi_collegiali.models import Punto, Votazione
from organi_collegiali.queries.voto.pannello import pannello
from organi_collegiali.queries.voto.prova import prova as prova_di
from organi_collegiali.services.voto.votazioni import VoceDaVotare, apri_votazione, chiudi_votazione
from organi_collegiali.services.voto.voti_palesi import segna_nomi, vota_per_appello
from organi_collegiali.views.voto.risposte import fatto, mostra

APERTA = "La votazione è aperta: nessuno parla più."


class ModuloSbagliato(Exception):
    """What was typed is not a number: the form says it at its field."""


def _compi(
    request: HttpRequest, punto: Punto, atto: Callable[[], object], testo: str
) -> HttpResponse:
    """Do it and show the panel as it is now; what is refused stands at its field."""
    try:
        atto()
    except AttoRifiutato as rifiuto:
        return mostra(request, punto, dati=request.POST, violazioni=rifiuto.violazioni, stato=422)
    except ModuloSbagliato:
        return mostra(request, punto, dati=request.POST, stato=422)
    return fatto(request, punto, testo)


@require_safe
def voto(request: HttpRequest, pk: int) -> HttpResponse:
    """The panel of an item."""
    return mostra(request, sedute.punto_da_condurre(request.contesto, pk))


@require_POST
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the item to the vote."""
    punto = sedute.punto_da_condurre(request.contesto, pk)
    return _compi(request, punto, lambda: _apri(request, punto), APERTA)


def _apri(request: HttpRequest, punto: Punto) -> None:
    form = VotazioneForm(request.POST)
    if not form.is_valid():
        raise ModuloSbagliato
    apri_votazione(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        punto_id=punto.pk,
        genere=GenereVotazione(form.cleaned_data["genere"]),
        forma=FormaVotazione(form.cleaned_data["forma"]),
        modo=form.modo,
        testo=form.che_cosa,
        proposte=[VoceDaVotare(testo) for testo in form.righe],
    )


@require_POST
def ballottaggio(request: HttpRequest, pk: int) -> HttpResponse:
    """Vote again between the two most voted proposals."""
    contesto = request.contesto
    prima = access.votazione_da_condurre(contesto, pk)
    proposte = pannello(prima.punto, contesto.adesso).ballottaggio
    return _compi(
        request,
        prima.punto,
        lambda: apri_votazione(
            autore=contesto,
            adesso=contesto.adesso,
            punto_id=prima.punto_id,
            genere=GenereVotazione.BALLOTTAGGIO,
            forma=FormaVotazione(prima.forma),
            modo=ModoVotazione(prima.modo),
            testo="Ballottaggio fra le proposte più votate",
            proposte=[VoceDaVotare(proposta.testo) for proposta in proposte],
            segue=prima,
        ),
        APERTA,
    )


@require_safe
def prova(request: HttpRequest, pk: int) -> HttpResponse:
    """What the figures written so far would give; nothing is kept."""
    votazione = access.votazione_da_condurre(request.contesto, pk)
    if not request.htmx:
        return redirect("organi:voto", request.contesto.istituto.slug, votazione.punto_id)
    tentativo = prova_di(votazione, request.GET, request.contesto.adesso)
    return render(request, "organi/voto/_prova.html", {"votazione": votazione, "prova": tentativo})


@require_POST
def chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the vote with its figures; the result is on the screen, nothing is decided yet.

    A secret vote is closed where the password is asked again and the ballots are counted.
    """
    votazione = access.votazione_da_condurre(request.contesto, pk)
    if votazione.forma == FormaVotazione.SEGRETA:
        return redirect("organi:spoglio", request.contesto.istituto.slug, votazione.pk)
    atto = _chiudi_con_cifre if _a_mano(votazione) else _chiudi
    return _compi(
        request, votazione.punto, lambda: atto(request, votazione), "La votazione è chiusa."
    )


def _a_mano(votazione: Votazione) -> bool:
    """Whether its figures are written by who counts the hands."""
    aperta = votazione.stato == StatoVotazione.APERTA
    return bool(aperta and votazione.modo == ModoVotazione.ALZATA)


def _chiudi(request: HttpRequest, votazione: Votazione) -> None:
    contesto = request.contesto
    chiudi_votazione(autore=contesto, adesso=contesto.adesso, votazione_id=votazione.pk)


def _chiudi_con_cifre(request: HttpRequest, votazione: Votazione) -> None:
    contesto = request.contesto
    form = CifreForm(request.POST, votazione.proposte.all())
    if not form.is_valid():
        raise ModuloSbagliato
    chiudi_votazione(
        autore=contesto,
        adesso=contesto.adesso,
        votazione_id=votazione.pk,
        cifre=form.cifre,
        voto_presidente=form.voto_presidente,
        presidente_per=form.cleaned_data["presidente_per"],
        nomi=nomi_di(request.POST, _votanti(request, votazione)),
    )


@require_POST
def nomi(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the names of those who ask for it, when the show of hands is over."""
    contesto = request.contesto
    votazione = access.votazione_da_condurre(contesto, pk)
    chiesti = nomi_di(request.POST, _votanti(request, votazione))
    return _compi(
        request,
        votazione.punto,
        lambda: segna_nomi(autore=contesto, adesso=contesto.adesso, votazione_id=pk, nomi=chiesti),
        "I nomi sono segnati.",
    )


@require_POST
def appello(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the members answered, called one by one."""
    contesto = request.contesto
    votazione = access.votazione_da_condurre(contesto, pk)
    risposte = scritti(request.POST, "voto", _votanti(request, votazione))
    voti = {chi: voto for chi, scelta in risposte.items() if (voto := voto_da(scelta)) is not None}
    return _compi(
        request,
        votazione.punto,
        lambda: vota_per_appello(
            autore=contesto, adesso=contesto.adesso, votazione_id=pk, voti=voti
        ),
        "Le risposte sono registrate.",
    )


def _votanti(request: HttpRequest, votazione: Votazione) -> list[int]:
    visto = pannello(votazione.punto, request.contesto.adesso)
    return [convocato.pk for convocato in visto.votanti]
