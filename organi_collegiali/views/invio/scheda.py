"""The card of a sitting: who may see it reads agenda, papers and notices, and answers."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.esportazione import esporta
from organi_collegiali.access import invio as access
from organi_collegiali.access import sedute
from organi_collegiali.enums import Risposta
from organi_collegiali.forms.invio import RispostaForm, rifiuta
from organi_collegiali.models import Convocato, Seduta
from organi_collegiali.queries.invio import scheda, supplenti
from organi_collegiali.services.invio.risposte import rispondi as registra_risposta
from organi_collegiali.views.convocazione.sparite import non_trovata_se_sparita
from organi_collegiali.views.invio.pagina import pagina

INTESTAZIONE = (
    "Cognome", "Nome", "Componente", "Qualifica", "Con voto", "Come è avvisato", "Avvisato il",
    "Risposta", "Motivo",
)  # fmt: skip


@require_safe
def seduta(request: HttpRequest, pk: int) -> HttpResponse:
    """The card, for who prepares the sitting, who runs it and who is convened."""
    trovata = sedute.seduta(request.contesto, pk)
    if file := _risposte_in_un_file(request, trovata):
        return file
    return pagina(request, trovata)


def _risposte_in_un_file(request: HttpRequest, trovata: Seduta) -> HttpResponse | None:
    """Who is convened and what was answered, for who reads the names on the card."""
    contesto = request.contesto
    if not (access.invia(contesto, trovata) or sedute.conduce(contesto, trovata)):
        return None
    return esporta(
        request,
        nome=f"convocati-seduta-{trovata.pk}",
        titolo=f"Convocati, {trovata}",
        intestazione=INTESTAZIONE,
        righe=_righe(trovata),
        personale=True,
    )


def _righe(trovata: Seduta) -> Iterator[list[Any]]:
    for riga in scheda.convocati(trovata, []).righe:
        yield _riga(riga.convocato)


def _riga(convocato: Convocato) -> list[Any]:
    return [
        convocato.persona.cognome,
        convocato.persona.nome,
        convocato.get_componente_display(),
        convocato.qualifica,
        convocato.con_voto,
        convocato.get_mezzo_display(),
        convocato.avvisato_il,
        convocato.get_risposta_display(),
        convocato.motivo_risposta,
    ]


@require_POST
@non_trovata_se_sparita
def rispondi(request: HttpRequest, pk: int) -> HttpResponse:
    """«Ci sarò», or «Non potrò esserci» with its reason."""
    contesto = request.contesto
    posto = sedute.posto(contesto, pk)
    form = RispostaForm(request.POST)
    if not form.is_valid():
        return pagina(request, posto.seduta, stato=422, form=form)
    scelta = form.cleaned_data["risposta"]
    try:
        convocato = registra_risposta(
            autore=contesto,
            adesso=contesto.adesso,
            seduta_id=pk,
            risposta=scelta,
            motivo=form.cleaned_data["motivo"],
            incompatibile=form.cleaned_data["incompatibile"],
        )
    except AttoRifiutato as rifiuto:
        rifiuta(form, rifiuto.violazioni)
        return pagina(request, sedute.posto(contesto, pk).seduta, stato=422, form=form)
    detto = "ci sarai" if scelta == Risposta.PRESENTE else "non potrai esserci"
    supplente = supplenti.convocato_al_posto(convocato)
    chi = f" Al tuo posto è convocato: {supplente.persona.nome_e_cognome}." if supplente else ""
    messages.success(
        request, f"Registrato: {detto}.{chi} Puoi cambiare finché la seduta non si apre."
    )
    return redirect("organi:seduta", contesto.istituto.slug, pk)
