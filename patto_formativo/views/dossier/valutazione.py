"""How a piece of evidence was ascertained, and what came out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cpia.norme.errori import AttoRifiutato, Conflitto
from patto_formativo.access import dossier as access
from patto_formativo.forms.dossier import ValutazioneForm
from patto_formativo.models import Evidenza
from patto_formativo.queries.crediti import conto_crediti
from patto_formativo.queries.precedenti import precedenti
from patto_formativo.services.dossier import valuta_evidenza
from patto_formativo.views.dossier.comuni import (
    CAMBIATO,
    con_versione,
    contesto_comune,
    rifiutato,
)
from patto_formativo.views.dossier.sparite import non_trovata_se_sparita


@require_http_methods(["GET", "POST"])
@non_trovata_se_sparita
def valuta(request: HttpRequest, pk: int) -> HttpResponse:
    """The proof and the outcome of a piece of evidence, once the identification is closed."""
    contesto = request.contesto
    trovata = access.evidenza_da_scrivere(contesto, pk)
    corsista = trovata.dossier.corsista
    if trovata.dossier.chiuso_il is None or not trovata.tipo:
        return rifiutato(request, corsista, "Si valuta quando l’identificazione è conclusa.")
    form = ValutazioneForm(request.POST or None, evidenza=trovata, initial=_iniziali(trovata))
    stato = 200
    if request.method == "POST":
        stato = 422
        if form.is_valid():
            try:
                valuta_evidenza(
                    autore=contesto,
                    adesso=contesto.adesso,
                    evidenza_id=pk,
                    versione=form.cleaned_data["versione"] or 0,
                    dati=form.dati,
                )
            except Conflitto as conflitto:
                form.add_error(None, CAMBIATO)
                con_versione(request, form, conflitto)
                stato = 409
            except AttoRifiutato as rifiuto:
                form.riporta(rifiuto.violazioni)
            else:
                messages.success(request, f"Valutata «{trovata.titolo}».")
                return redirect("patto:dossier", contesto.istituto.slug, corsista.pk)
    conto = conto_crediti(corsista)
    riga = next((r for r in conto.righe if r.evidenza.pk == pk), None)
    pagina = contesto_comune(
        request, corsista, conto=conto, scheda="dossier", form=form, evidenza=trovata,
        riga=riga, precedenti=precedenti(trovata, corsista),
    )  # fmt: skip
    return render(request, "patto/dossier/valuta.html", pagina, status=stato)


def _iniziali(trovata: Evidenza) -> dict[str, object]:
    return {
        "prova": trovata.prova,
        "esito": trovata.esito,
        "osservazioni": trovata.osservazioni,
        "versione": trovata.dossier.versione,
    }
