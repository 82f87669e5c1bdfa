"""A lesson: written with the hours of each, corrected, taken out; hours at a distance checked."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno, plurale
from patto_formativo.access import frequenza as access
from patto_formativo.forms.frequenza import DistanzaForm
from patto_formativo.forms.lezioni import LezioneForm
from patto_formativo.models import Gruppo, Lezione
from patto_formativo.queries.frequenza import lezioni as queries
from patto_formativo.queries.frequenza.proposte import lezione_proposta
from patto_formativo.queries.regole import regole
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services.frequenza import (
    correggi_lezione,
    registra_lezione,
    togli_lezione,
    verifica_distanza,
)
from patto_formativo.views.frequenza.comuni import Conferma, conferma, ecco, pagina

GET_POST = ["GET", "HEAD", "POST"]
CAMBIATA = "Qualcuno l’ha appena corretta: rileggila, poi decidi."
CAMPI = ("unita", "giorno", "dalle", "ore", "a_distanza", "argomento")


@require_http_methods(GET_POST)
def nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a lesson; what was typed so far comes along when unit or day change."""
    contesto: Contesto = request.contesto
    gruppo = access.gruppo_da_insegnare(contesto, pk)
    form = _form(request, gruppo, lezione_proposta(contesto, gruppo))
    if compiuto(
        request, form,
        lambda: registra_lezione(
            autore=contesto, adesso=contesto.adesso, gruppo_id=pk, dati=form.dati,
            ore=form.presenze,
        ),
    ):  # fmt: skip
        quando = giorno(form.cleaned_data["giorno"], contesto.oggi)
        return ecco(request, f"La lezione di {quando} è a registro.", "patto:gruppo", pk)
    return pagina(request, "lezione", form, gruppo=gruppo)


@require_http_methods(GET_POST)
def lezione(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a lesson; 409 when somebody else did meanwhile, with both hours beside."""
    contesto: Contesto = request.contesto
    trovata = access.lezione_da_scrivere(contesto, pk)
    iniziali = {campo: getattr(trovata, campo) for campo in CAMPI}
    form = _form(request, trovata.gruppo, iniziali, queries.ore_di(trovata))

    def atto() -> None:
        correggi_lezione(
            autore=contesto, adesso=contesto.adesso, lezione_id=pk,
            versione=_versione(request.POST.get("versione", "")), dati=form.dati,
            ore=form.presenze,
        )  # fmt: skip

    try:
        fatto = compiuto(request, form, atto)
    except Conflitto:
        risposta = pagina(
            request, "lezione", form, gruppo=trovata.gruppo, lezione=trovata, conflitto=True
        )
        risposta.status_code = 409
        return risposta
    if fatto:
        return ecco(request, "La lezione è corretta.", "patto:gruppo", trovata.gruppo_id)
    return pagina(request, "lezione", form, gruppo=trovata.gruppo, lezione=trovata)


def _form(
    request: HttpRequest,
    gruppo: Gruppo,
    iniziali: dict[str, Any],
    registrate: Mapping[int, Decimal] | None = None,
) -> LezioneForm:
    di_chi = queries.appello(gruppo)
    scritto = request.GET.dict()
    if "unita" in scritto:
        # A box that is not ticked does not travel.
        scritto.setdefault("a_distanza", "")
    return LezioneForm(
        request.POST or None,
        membri=di_chi.membri,
        partecipano=di_chi.partecipano,
        unita=queries.unita_del_gruppo(gruppo),
        registrate=registrate,
        initial=iniziali | scritto,
    )


def _versione(scritta: str) -> int:
    """The version that a page was read at; 0, which no lesson has, for what is not one."""
    return int(scritta) if scritta.isdecimal() and len(scritta) < 10 else 0


@require_http_methods(GET_POST)
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out a lesson that was written by mistake."""
    contesto: Contesto = request.contesto
    trovata = access.lezione_da_scrivere(contesto, pk)
    gruppo = trovata.gruppo
    letta = request.POST if request.method == "POST" else request.GET
    # Asked from the page of the lesson, it is that page that was read.
    versione = _versione(letta.get("versione", "")) if letta else trovata.versione

    def atto() -> None:
        try:
            togli_lezione(autore=contesto, adesso=contesto.adesso, lezione_id=pk, versione=versione)
        except Conflitto as conflitto:
            raise rifiuta("cambiata", CAMBIATA) from conflitto

    return conferma(
        request, _parole_di_togli(trovata, contesto, versione), atto,
        lambda: ecco(request, "La lezione è tolta dal registro.", "patto:gruppo", gruppo.pk),
    )  # fmt: skip


def _parole_di_togli(trovata: Lezione, contesto: Contesto, versione: int) -> Conferma:
    presenti = sum(ore > 0 for ore in queries.ore_di(trovata).values())
    return Conferma(
        domanda=f"Togliere la lezione di {giorno(trovata.giorno, contesto.oggi)}?",
        effetti=[
            f"{plurale(presenti, 'persona perde', 'persone perdono')} le ore di questa lezione",
            "la lezione non è più dovuta a nessuno del gruppo",
        ],
        correzione="Per rimetterla si scrive di nuovo: nel registro delle operazioni resta.",
        verbo="Togli la lezione",
        rilettura="Ho riletto: è stata scritta per errore",
        indietro=reverse("patto:lezione", args=[contesto.istituto.slug, trovata.pk]),
        versione=str(versione),
    )


@require_http_methods(GET_POST)
def distanza(request: HttpRequest) -> HttpResponse:
    """The hours at a distance that this teacher has to check, many at once."""
    contesto: Contesto = request.contesto
    access.verifica(contesto)
    righe = list(queries.da_verificare(contesto))
    form = DistanzaForm(request.POST or None, scelte=[riga.pk for riga in righe])
    quante: list[int] = []
    if compiuto(
        request, form,
        lambda: quante.append(
            verifica_distanza(autore=contesto, adesso=contesto.adesso, **form.cleaned_data)
        ),
    ):  # fmt: skip
        sono = plurale(quante[0], "presenza verificata", "presenze verificate")
        return ecco(request, f"{sono}: le ore contano.", "patto:distanza")
    scelte = {str(pk) for pk in form["presenze"].value() or ()}
    della_scuola = regole(contesto.istituto.pk, contesto.oggi)
    return pagina(
        request, "distanza", form, lezioni=queries.per_lezione(righe), scelte=scelte,
        quante=len(righe), quota=in_cifre(100 * della_scuola.distanza.valore),
    )  # fmt: skip
