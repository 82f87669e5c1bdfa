"""A closed vote is proclaimed, or made again; why it ended so."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access import voto as access
from organi_collegiali.enums import StatoVotazione
from organi_collegiali.forms.voto import MotivoForm
from organi_collegiali.models import Votazione
from organi_collegiali.queries.voto.pannello import Pannello, esito_di, pannello
from organi_collegiali.queries.voto.sala import sala
from organi_collegiali.services.voto.annullamento import annulla_votazione, ripeti_votazione
from organi_collegiali.services.voto.proclamazione import proclama as proclama_votazione
from organi_collegiali.views.atti import compiuto
from organi_collegiali.views.urna.prova import chiedi_la_prova, manca_la_prova, motivo_tenuto
from organi_collegiali.views.voto.risposte import chiude_dialogo


@require_http_methods(["GET", "POST"])
def proclama(request: HttpRequest, pk: int) -> HttpResponse:
    """Proclaim, after the dialog that says what follows."""
    contesto = request.contesto
    votazione = access.votazione_da_condurre(contesto, pk)
    rifiuti: tuple[Any, ...] = ()
    if request.method == "POST" and "riletto" in request.POST:
        try:
            proclama_votazione(autore=contesto, adesso=contesto.adesso, votazione_id=pk)
        except AttoRifiutato as rifiuto:
            rifiuti = rifiuto.violazioni
        else:
            return chiude_dialogo(request, votazione.punto.seduta, _detto(votazione, contesto))
    if votazione.stato == StatoVotazione.PROCLAMATA:
        return chiude_dialogo(request, votazione.punto.seduta, "L’esito è già proclamato.")
    return render(
        request,
        "organi/voto/proclama.html",
        {**_conferma(request, votazione), "rifiuti": rifiuti},
        status=422 if rifiuti else 200,
    )


def _detto(votazione: Votazione, contesto: Any) -> str:
    delibera = pannello(votazione.punto, contesto.adesso).delibera
    return f"Proclamata: delibera n. {delibera.numero}." if delibera else "L’esito è proclamato."


def _conferma(request: HttpRequest, votazione: Votazione) -> dict[str, Any]:
    visto = pannello(votazione.punto, request.contesto.adesso)
    return {
        "votazione": votazione,
        "pannello": visto,
        "domanda": "Proclamare l’esito?",
        "effetti": _effetti(visto),
        "correzione": "Per cambiare quello che è deciso serve una nuova deliberazione.",
        "rilettura": "Ho riletto le cifre con chi presiede",
        "verbo": f"Proclama: delibera n. {visto.prossima}" if visto.delibererebbe else "Proclama",
        "azione": request.path,
        "ritorno": "Torna alla votazione",
        "indietro": reverse("organi:aula", args=[request.istituto.slug, votazione.punto.seduta_id]),
    }


def _effetti(visto: Pannello) -> list[str]:
    effetti = [f"{visto.esito.titolo}: {visto.esito.in_breve}"] if visto.esito else []
    if visto.delibererebbe:
        effetti.append(f"prende il numero {visto.prossima}, il prossimo, senza salti")
    effetti.append("le cifre non cambiano più")
    if visto.votazione and visto.votazione.genere in ("proposta", "ballottaggio", "elezione"):
        effetti.append("il punto è concluso e non si riapre")
    return effetti


@require_http_methods(["GET", "POST"])
def ripeti(request: HttpRequest, pk: int) -> HttpResponse:
    """Annul the vote with a reason, and count again or leave it there.

    Of a secret vote that is open after the proof, as for its count.
    """
    contesto = request.contesto
    votazione = access.votazione_da_condurre(contesto, pk)
    if manca_la_prova(request, votazione):
        return chiedi_la_prova(request, request.path)
    form = MotivoForm(request.POST or None, initial=motivo_tenuto(request))
    di_nuovo = "annulla" not in request.POST
    atto = ripeti_votazione if di_nuovo else annulla_votazione

    def compi() -> object:
        return atto(
            autore=contesto,
            adesso=contesto.adesso,
            votazione_id=pk,
            motivo=form.cleaned_data["motivo"],
        )

    if request.method == "POST" and form.is_valid() and compiuto(form, compi, fonti=True):
        testo = "Si conta di nuovo." if di_nuovo else "La votazione è annullata."
        return chiude_dialogo(request, votazione.punto.seduta, testo)
    return render(
        request,
        "organi/voto/ripeti.html",
        {"votazione": votazione, "seduta": votazione.punto.seduta, "form": form},
        status=422 if form.errors else 200,
    )


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why a vote ended so, with its sources and what another rule would have given."""
    votazione = access.votazione_proclamata(request.contesto, pk)
    stanza = sala(votazione.punto)
    dati = {
        "votazione": votazione,
        "esito": esito_di(votazione, stanza),
        "numero_legale": stanza.giudizio(votazione.aperta_il),
    }
    return render(request, "organi/voto/perche.html", dati)
