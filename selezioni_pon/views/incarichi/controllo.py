"""The check of the work, with what is paid told while it is being written."""

from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from selezioni_pon.access import incarichi as access
from selezioni_pon.forms.incarichi.atti import VerificaForm
from selezioni_pon.queries.incarichi.controllo import giudica_verifica
from selezioni_pon.queries.incarichi.scheda import scheda_di
from selezioni_pon.rules.buon_esito import RIMEDI, Verifica
from selezioni_pon.rules.cifre import in_euro
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.views.comuni import digitato, fatto, mostra
from selezioni_pon.views.incarichi.comuni import METODI, compie


@require_http_methods(METODI)
def incarico_verifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what was found of the work, what follows, what is paid."""
    contesto = request.contesto
    trovato = access.contratto_da_decidere(contesto, pk)
    form = VerificaForm(digitato(request), initial={"versione": trovato.versione})
    if compie(
        request, form,
        lambda: servizi.verifica_incarico(
            autore=contesto, adesso=contesto.adesso, contratto_id=pk, versione=form.letta,
            dati=form.dati,
        ),
    ):  # fmt: skip
        return fatto(request, "La verifica è registrata.", "incarico", pk)
    dati = {
        "form": form,
        "contratto": trovato,
        "scheda": scheda_di(trovato, contesto.oggi, con_mancanze=False),
        "rimedi": RIMEDI.items(),
    }
    return mostra(request, "incarichi/verifica", dati)


@require_POST
def incarico_prova(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be paid, and what is against it, while the check is typed."""
    contesto = request.contesto
    trovato = access.contratto_da_decidere(contesto, pk)
    form = VerificaForm(request.POST, solo_prova=True)
    dati: dict[str, object] = {"provata": False}
    if form.is_valid():
        scritti = form.dati
        verifica = Verifica(
            contesto.oggi, scritti.giudizio, scritti.rimedio, scritti.motivo, scritti.entro
        )
        giudizio = giudica_verifica(
            trovato, verifica, Fraction(scritti.svolte), senza_oneri=scritti.senza_oneri
        )
        dati = {"provata": True, "giudizio": giudizio, "importo": in_euro(giudizio.importo)}
    return render(request, "selezioni/incarichi/_si_paga.html", dati)
