"""The acts on a procedure: opened, prolonged, closed, taken on of office, annulled."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from bonus_merito.access import procedure as access
from bonus_merito.forms.procedure import (
    AperturaForm,
    InServizioForm,
    MotivoForm,
    RilettoForm,
    TermineForm,
)
from bonus_merito.queries import procedure as lettura
from bonus_merito.services import procedure as servizi
from bonus_merito.views.conferma import Conferma, conferma, digitato
from cpia.scuola.parole import plurale

METODI = ["GET", "HEAD", "POST"]


@require_http_methods(METODI)
def apri(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the requests, with their term."""
    contesto = request.contesto
    procedura = access.da_condurre(contesto, pk)
    quanti = lettura.quanti_concorrono(procedura, contesto.oggi)
    giorno = lettura.termine_proposto(procedura, contesto.oggi)
    form = AperturaForm(digitato(request), quanti=quanti, initial={"giorno": giorno})
    atto = Conferma(
        domanda="Aprire le richieste?",
        effetti=(
            f"parte l’avviso a {plurale(quanti, 'persona', 'persone')}: chiedere non è un obbligo",
            "valgono fino alla fine le regole di oggi, con le loro fonti",
            "fino al termine ognuno scrive, invia, riprende e ritira la propria richiesta",
        ),
        verbo="Apri le richieste",
        correzione="Il termine si proroga; la procedura si annulla con un motivo.",
        detto="Le richieste sono aperte e gli avvisi partono.",
        compi=lambda: servizi.apri_procedura(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, scade=form.scade,
            in_servizio=form.cleaned_data["in_servizio"],
        ),
    )  # fmt: skip
    return conferma(request, procedura, form, atto)


@require_http_methods(METODI)
def proroga(request: HttpRequest, pk: int) -> HttpResponse:
    """Give more time."""
    contesto = request.contesto
    procedura = access.da_condurre(contesto, pk)
    form = TermineForm(digitato(request))
    atto = Conferma(
        domanda="Prorogare il termine?",
        effetti=("parte un altro avviso a chi può chiedere", "le richieste inviate restano"),
        verbo="Proroga",
        correzione="Un termine non si anticipa più.",
        detto="Il termine è prorogato.",
        compi=lambda: servizi.proroga_termine(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, scade=form.scade
        ),
    )
    return conferma(request, procedura, form, atto)


@require_http_methods(METODI)
def chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the requests and go on to the assessment."""
    contesto = request.contesto
    procedura = access.da_condurre(contesto, pk)
    conti = lettura.numeri(procedura)
    inviate = plurale(conti.inviate, "richiesta inviata", "richieste inviate")
    atto = Conferma(
        domanda="Chiudere le richieste?",
        effetti=(
            f"si valutano {inviate}",
            conti.dette_non_inviate or "nessuna richiesta è rimasta da inviare",
        ),
        verbo="Chiudi e valuta",
        correzione="Non si riapre: la procedura si annulla con un motivo.",
        detto="Le richieste sono chiuse: si valuta.",
        compi=lambda: servizi.chiudi_richieste(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk
        ),
    )
    return conferma(request, procedura, RilettoForm(digitato(request)), atto)


@require_http_methods(METODI)
def d_ufficio(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody asked: the dirigente goes on alone (art. 4)."""
    contesto = request.contesto
    procedura = access.da_condurre(contesto, pk)
    quanti = lettura.quanti_concorrono(procedura, contesto.oggi)
    form = MotivoForm(digitato(request))
    atto = Conferma(
        domanda="Procedere d’ufficio?",
        effetti=(
            f"si valutano {plurale(quanti, 'persona', 'persone')}, anche se nessuno ha chiesto",
            "le attività le scrive il dirigente, sugli stessi criteri",
            "ciò che qualcuno ha cominciato e non inviato resta suo: non lo vede nessun altro",
        ),
        verbo="Procedi d’ufficio",
        correzione="La procedura si annulla con un motivo.",
        detto="Si procede d’ufficio.",
        compi=lambda: servizi.procede_d_ufficio(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, **form.cleaned_data
        ),
    )
    return conferma(request, procedura, form, atto)


@require_http_methods(METODI)
def annulla(request: HttpRequest, pk: int) -> HttpResponse:
    """Annul a procedure that was not decreed."""
    contesto = request.contesto
    procedura = access.da_condurre(contesto, pk)
    form = MotivoForm(digitato(request))
    atto = Conferma(
        domanda="Annullare la procedura?",
        effetti=(
            "le richieste restano agli atti e non contano più",
            "se ne può preparare un’altra per lo stesso anno",
        ),
        verbo="Annulla la procedura",
        correzione="Una procedura annullata resta annullata.",
        detto="La procedura è annullata.",
        compi=lambda: servizi.annulla_procedura(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, **form.cleaned_data
        ),
    )
    return conferma(request, procedura, form, atto)


@require_http_methods(METODI)
def in_servizio(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct how many are tenured, until the decree."""
    contesto = request.contesto
    procedura = access.da_condurre(contesto, pk)
    form = InServizioForm(digitato(request), initial={"in_servizio": procedura.in_servizio})
    atto = Conferma(
        domanda="Correggere quanti sono di ruolo?",
        effetti=(
            "si ricalcolano il minimo e il massimo dei beneficiari, anche sul quadro",
            "il numero di prima, quello nuovo e il motivo restano nella storia",
        ),
        verbo="Correggi",
        correzione="Si corregge di nuovo, fino al decreto.",
        detto="Il numero è corretto e i limiti sono ricalcolati.",
        compi=lambda: servizi.correggi_in_servizio(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, **form.cleaned_data
        ),
    )
    return conferma(request, procedura, form, atto)
