"""The acts on a draft: begun, filled, brought up to date, sent to a section."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from patto_formativo.access import patti as access
from patto_formativo.forms.patti import ProponiForm
from patto_formativo.queries.patti import ultima_versione
from patto_formativo.queries.patti.sezioni import sezioni_attive
from patto_formativo.services import patti as servizi
from patto_formativo.views.patti.comuni import Atto, con_modulo, dici_rifiuto, pagina


@require_POST
def apri(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the agreement of a person."""
    contesto = request.contesto
    corsista = access.piano_da_scrivere(contesto, pk)
    try:
        servizi.apri_patto(autore=contesto, adesso=contesto.adesso, corsista_id=corsista.pk)
    except AttoRifiutato as rifiuto:
        dici_rifiuto(request, rifiuto)
    return redirect(pagina(request, "piano", corsista))


@require_POST
def riparti(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill the units with the hours of the plan."""
    contesto = request.contesto
    corsista = access.piano_da_scrivere(contesto, pk)
    versione = ultima_versione(corsista)
    if versione is not None:
        try:
            servizi.proponi_riparto(
                autore=contesto, adesso=contesto.adesso, versione_id=versione.pk
            )
        except AttoRifiutato as rifiuto:
            dici_rifiuto(request, rifiuto)
        else:
            messages.success(request, "Le ore sono ripartite: rileggi e cambia quello che serve.")
    return redirect(pagina(request, "piano", corsista))


@require_POST
def aggiorna(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring welcome and credits of the draft to what they are now."""
    contesto = request.contesto
    corsista = access.piano_da_scrivere(contesto, pk)
    versione = ultima_versione(corsista)
    if versione is not None:
        try:
            servizi.aggiorna_ore(autore=contesto, adesso=contesto.adesso, versione_id=versione.pk)
        except AttoRifiutato as rifiuto:
            dici_rifiuto(request, rifiuto)
        else:
            messages.success(request, "Le ore del piano sono quelle di adesso.")
    return redirect(pagina(request, "piano", corsista))


@require_http_methods(["GET", "POST"])
def proponi(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the draft to a section, after the dialog that says what will happen."""
    contesto = request.contesto
    corsista = access.piano_da_scrivere(contesto, pk)
    versione = ultima_versione(corsista)
    if versione is None:
        return redirect(pagina(request, "piano", corsista))
    form = ProponiForm(
        request.POST or None, sezioni=sezioni_attive(contesto.istituto.pk, contesto.oggi)
    )
    atto = Atto(
        domanda="Proporre il patto alla Commissione?",
        effetti=(
            "la sezione lo trova fra quelli da approvare, nella prossima seduta",
            "finché è in negoziazione il piano non si scrive",
        ),
        verbo="Proponi alla sezione",
        compi=lambda dati: servizi.proponi_patto(
            autore=contesto, adesso=contesto.adesso, versione_id=versione.pk,
            sezione_id=dati["sezione"].pk,
        ),
        fatto="Il patto è proposto alla sezione.",
        indietro=pagina(request, "piano", corsista),
        poi=pagina(request, "patto", corsista),
        correzione="Per cambiarlo si riporta in bozza, con un motivo.",
    )  # fmt: skip
    return con_modulo(request, atto, form, corsista=corsista)
