"""The evidence of a dossier: written with its effect beside, moved, taken off, read."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.services import ByteAlterati
from cpia.norme.errori import AttoRifiutato, Conflitto
from patto_formativo.access import dossier as access
from patto_formativo.forms.evidenze import EvidenzaForm, iniziali
from patto_formativo.models import Corsista, Evidenza
from patto_formativo.queries.crediti import ContoCrediti, conto_crediti
from patto_formativo.queries.dossier import contrasto_di
from patto_formativo.queries.precedenti import precedenti
from patto_formativo.services import dossier as servizi
from patto_formativo.views.dossier.comuni import (
    CAMBIATO,
    con_versione,
    contesto_comune,
    fatto,
    messaggio,
    rifiutato,
    versione_letta,
)
from patto_formativo.views.dossier.sparite import non_trovata_se_sparita

Atto = Callable[[EvidenzaForm], Evidenza]
NUOVO = 1


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """A new piece of evidence; what is typed is tried in the sums before it is kept."""
    contesto = request.contesto
    corsista = access.da_scrivere(contesto, pk)

    def atto(form: EvidenzaForm) -> Evidenza:
        aperto = servizi.apri_dossier(
            autore=contesto, adesso=contesto.adesso, corsista_id=corsista.pk
        )
        return servizi.aggiungi_evidenza(
            autore=contesto,
            adesso=contesto.adesso,
            dossier_id=aperto.pk,
            # A page read before there was a dossier: it was not at its first version yet.
            versione=form.cleaned_data["versione"] or NUOVO,
            dati=form.dati,
        )

    return _modulo(request, corsista, None, atto)


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def evidenza(request: HttpRequest, pk: int) -> HttpResponse:
    """A piece of evidence: what it is, the hours that it asks, and what they would give."""
    contesto = request.contesto
    trovata = access.evidenza_da_scrivere(contesto, pk)

    def atto(form: EvidenzaForm) -> Evidenza:
        return servizi.cambia_evidenza(
            autore=contesto,
            adesso=contesto.adesso,
            evidenza_id=pk,
            versione=form.cleaned_data["versione"] or 0,
            dati=form.dati,
        )

    return _modulo(request, trovata.dossier.corsista, trovata, atto)


def _modulo(
    request: HttpRequest, corsista: Corsista, trovata: Evidenza | None, atto: Atto
) -> HttpResponse:
    conto = conto_crediti(corsista)
    form = _form(request, conto, trovata)
    registrata: Evidenza | None = None
    stato = 200
    if request.method == "POST":
        stato = 422
        if form.is_valid():
            try:
                scritta = atto(form)
            except Conflitto as conflitto:
                stato, registrata = 409, trovata
                con_versione(request, form, conflitto)
            except AttoRifiutato as rifiuto:
                form.riporta(rifiuto.violazioni)
            else:
                messages.success(request, f"«{scritta.titolo}» è registrata.")
                return redirect("patto:dossier", request.contesto.istituto.slug, corsista.pk)
    pagina = _pagina(request, conto, trovata, form)
    pagina |= {"registrata": registrata, "conflitto": stato == 409}
    return render(request, "patto/dossier/evidenza.html", pagina, status=stato)


def _form(request: HttpRequest, conto: ContoCrediti, trovata: Evidenza | None) -> EvidenzaForm:
    """What was sent, what is on trial by the address, or what is kept."""
    if request.method == "POST":
        tipo = request.POST.get("tipo", "")
        return EvidenzaForm(request.POST, request.FILES, conto=conto, tipo=tipo)
    if "tipo" in request.GET:
        dati = request.GET.copy()
        return EvidenzaForm(initial=dati.dict(), conto=conto, tipo=dati.get("tipo", ""))
    versione = {"versione": conto.dossier.versione if conto.dossier else None}
    if trovata is None:
        return EvidenzaForm(initial=versione, conto=conto)
    return EvidenzaForm(initial=iniziali(trovata) | versione, conto=conto, tipo=trovata.tipo)


def _pagina(
    request: HttpRequest, conto: ContoCrediti, trovata: Evidenza | None, form: EvidenzaForm
) -> dict[str, Any]:
    """The form with its effect on the sums: a trial that writes nothing."""
    typed = request.POST or (request.GET if "tipo" in request.GET else None)
    tipo = form.scelto.value if form.scelto else ""
    misura = EvidenzaForm(typed, conto=conto, tipo=tipo) if typed else None
    prova = misura.in_prova(trovata) if misura else trovata if trovata and tipo else None
    effetto = None
    if prova is not None:
        con = conto.con(_al_suo_posto(conto, prova))
        effetto = next(r for r in con.righe if r.evidenza is prova)
    return contesto_comune(
        request,
        conto.corsista,
        conto=conto,
        scheda="dossier",
        form=form,
        evidenza=trovata,
        effetto=effetto,
        dopo=con if effetto else None,
        contrasto=contrasto_di(tipo, conto.tabella),
        precedenti=precedenti(prova, conto.corsista) if prova is not None else [],
    )


def _al_suo_posto(conto: ContoCrediti, prova: Evidenza) -> list[Evidenza]:
    """The dossier with what is on trial where it stands, or at the end."""
    if all(evidenza.pk != prova.pk for evidenza in conto.evidenze):
        return [*conto.evidenze, prova]
    return [prova if e.pk == prova.pk else e for e in conto.evidenze]


@require_POST
@non_trovata_se_sparita
def sposta(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a piece of evidence up or down: the sums follow."""
    contesto = request.contesto
    trovata = access.evidenza_da_scrivere(contesto, pk)
    corsista = trovata.dossier.corsista
    passo = {"su": -1, "giu": 1}.get(request.POST.get("dove", ""))
    if passo is None:
        return rifiutato(request, corsista, "Non si capisce dove spostare l’evidenza.")
    try:
        spostata = servizi.sposta_evidenza(
            autore=contesto,
            adesso=contesto.adesso,
            evidenza_id=pk,
            posto=trovata.ordine + passo,
            versione=versione_letta(request),
        )
    except Conflitto:
        return rifiutato(request, corsista, CAMBIATO)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, corsista, messaggio(rifiuto))
    return fatto(request, corsista, f"{trovata.titolo}: adesso è al posto {spostata.ordine}")


@require_POST
@non_trovata_se_sparita
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a piece of evidence off."""
    contesto = request.contesto
    trovata = access.evidenza_da_scrivere(contesto, pk)
    corsista = trovata.dossier.corsista
    try:
        servizi.togli_evidenza(
            autore=contesto,
            adesso=contesto.adesso,
            evidenza_id=pk,
            versione=versione_letta(request),
        )
    except Conflitto:
        return rifiutato(request, corsista, CAMBIATO)
    except AttoRifiutato as rifiuto:
        return rifiutato(request, corsista, messaggio(rifiuto))
    return fatto(request, corsista, f"Tolta «{trovata.titolo}»")


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a piece of evidence, to be saved; who may read the dossier may have it."""
    trovata = access.evidenza_da_leggere(request.contesto, pk)
    if not trovata.file:
        raise Http404
    with trovata.file.open("rb") as aperto:
        contenuto: bytes = aperto.read()
    if hashlib.sha256(contenuto).hexdigest() != trovata.impronta:
        raise ByteAlterati(trovata.file.name)
    nome = trovata.nome_file.replace("/", "-")
    disposizione = content_disposition_header(as_attachment=True, filename=nome)
    return HttpResponse(
        contenuto,
        content_type=trovata.tipo_contenuto,
        headers={
            "Content-Disposition": disposizione,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
