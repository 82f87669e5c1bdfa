"""The candidates of outside as the office sees them: who they are, who can sign in, until when."""

from collections.abc import Iterator

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.esportazione import esporta
from cpia.scuola.models import Persona
from cpia.scuola.personale import Accesso
from cpia.scuola.services.inviti import Spedizione
from selezioni_pon.access import esterni as access
from selezioni_pon.forms.esterni import SportelloForm, TerminaForm
from selezioni_pon.queries.esterni import candidati as letti
from selezioni_pon.services import esterni as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI = ["GET", "HEAD", "POST"]
INTESTAZIONE = ("Cognome", "Nome", "E-mail", "Accesso", "Candidato fino al")


@require_safe
def candidati(request: HttpRequest) -> HttpResponse:
    """Who has registered from outside, or was registered at the desk."""
    contesto = request.contesto
    agisce = access.legge(contesto)
    file = esporta(
        request, nome="candidati-esterni", titolo="Candidati esterni", intestazione=INTESTAZIONE,
        righe=_righe(request), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    return mostra(request, "esterni/elenco", {"persone": letti(contesto), "agisce": agisce})


def _righe(request: HttpRequest) -> Iterator[tuple[object, ...]]:
    for uno in letti(request.contesto):
        yield (uno.cognome, uno.nome, uno.email, Accesso(uno.accesso).label, uno.fino_al)


@require_http_methods(METODI)
def candidato_nuovo(request: HttpRequest) -> HttpResponse:
    """Register who comes to the desk with a document."""
    contesto = request.contesto
    access.ufficio(contesto)
    form = SportelloForm(digitato(request))
    esiti: list[tuple[Persona, Spedizione]] = []
    if compiuto(
        request, form,
        lambda: esiti.append(
            servizi.registra_allo_sportello(
                autore=contesto, adesso=contesto.adesso, dati=form.dati,
                codice_confermato=form.cleaned_data["codice_confermato"],
                email_cambiata=form.cleaned_data["email_cambiata"],
            )
        ),
    ):  # fmt: skip
        messages.success(request, f"{esiti[0][0].nome_e_cognome} è fra i candidati.")
        return _poi(request, *esiti[0])
    return mostra(request, "esterni/sportello", {"form": form})


@require_POST
def candidato_invita(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the invitation again."""
    contesto = request.contesto
    persona = access.candidato(contesto, pk)
    spedizione = servizi.invita_candidato(autore=contesto, adesso=contesto.adesso, persona=persona)
    return _poi(request, persona, spedizione)


@require_http_methods(METODI)
def candidato_chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """End the role of somebody who has nothing under way."""
    contesto = request.contesto
    persona = access.candidato(contesto, pk)
    form = TerminaForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.termina_ruolo(
            autore=contesto, adesso=contesto.adesso, persona_id=pk,
            motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, f"{persona.nome_e_cognome} non è più fra i candidati.", "candidati")
    return mostra(request, "esterni/chiudi", {"form": form, "persona": persona})


def _poi(request: HttpRequest, persona: Persona, spedizione: Spedizione) -> HttpResponse:
    """Back to the list; what became of the mail is known when the act has ended."""
    transaction.on_commit(lambda: _racconta(request, persona, spedizione))
    return redirect(indirizzo(request, "candidati"))


def _racconta(request: HttpRequest, persona: Persona, spedizione: Spedizione) -> None:
    chi = persona.nome_e_cognome
    if spedizione.inviati:
        messages.success(request, f"Invito spedito a {chi}, {persona.email}.")
    elif spedizione.non_inviati:
        messages.error(request, f"La posta non è partita per {chi}: riprova fra qualche minuto.")
    else:
        messages.info(request, f"{chi} entra già con le sue credenziali: nessun invito.")
