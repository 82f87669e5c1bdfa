"""Second step of the passage: what becomes of each student."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from cpia.scuola.anno import access, services
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.forms import EsitiForm
from cpia.scuola.anno.queries.lettura import Lettura, leggi
from cpia.scuola.anno.queries.passi import cerca, classi_da_decidere
from cpia.scuola.anno.rules.classi import ClasseLetta
from cpia.scuola.anno.rules.esiti import StudenteLetto
from cpia.scuola.anno.views.comuni import mostra, verso
from cpia.scuola.parole import plurale

AL_MASSIMO = 60


@require_safe
def studenti(request: HttpRequest, pk: int) -> HttpResponse:
    """The classes with how far they are; the students of one of them, or those searched for."""
    return _pagina(request, leggi(access.anno(request.contesto, pk)))


@require_POST
def decidi(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the outcomes that are on the page."""
    anno = access.anno_da_passare(request.contesto, pk)
    letto = leggi(anno)
    form = EsitiForm(request.POST, studenti=_mostrati(request, letto)[0], lettura=letto)
    if form.is_valid() and form.decisioni:
        try:
            quanti = services.decidi_esiti(
                autore=request.contesto,
                adesso=request.contesto.adesso,
                anno=anno,
                decisioni=form.decisioni,
            )
        except PassaggioRifiutato as rifiuto:
            form.rifiuta(rifiuto.per_iscrizione)
        else:
            frase = plurale(quanti, "esito registrato", "esiti registrati", "Nulla è cambiato")
            messages.success(request, f"{frase}.")
            return verso(request, "anno_studenti", pk, domanda=_domanda(request))
    return _pagina(request, letto, stato=422, form=form)


@require_POST
def proponi(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the usual outcome to who has none, in one class or in all."""
    anno = access.anno_da_passare(request.contesto, pk)
    classe = _classe(request, leggi(anno))
    quanti = services.proponi_esiti(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        anno=anno,
        classe_id=classe.id if classe else None,
    )
    frase = plurale(quanti, "esito proposto", "esiti proposti", "Nessuno era da decidere")
    messages.success(request, f"{frase}.")
    return verso(request, "anno_studenti", pk, domanda=_domanda(request))


def _classe(request: HttpRequest, letto: Lettura) -> ClasseLetta | None:
    return next((c for c in letto.vecchie if str(c.id) == request.GET.get("classe")), None)


def _domanda(request: HttpRequest) -> str:
    """The class or the search of the page, to come back to it."""
    chieste = request.GET.copy()
    for nome in [*chieste]:
        if nome not in {"classe", "q"} or not chieste[nome]:
            del chieste[nome]
    return chieste.urlencode()


def _mostrati(request: HttpRequest, letto: Lettura) -> tuple[list[StudenteLetto], int]:
    """The students on the page, and how many there would be without the limit."""
    testo, classe = request.GET.get("q", "").strip(), _classe(request, letto)
    if testo:
        return cerca(letto, testo, AL_MASSIMO)
    sue = [s for s in letto.studenti if classe and s.classe.id == classe.id]
    return sue, len(sue)


def _pagina(
    request: HttpRequest, letto: Lettura, stato: int = 200, form: EsitiForm | None = None
) -> HttpResponse:
    mostrati, quanti = _mostrati(request, letto)
    classe, testo = _classe(request, letto), request.GET.get("q", "").strip()
    return mostra(
        request,
        "studenti",
        "anno_studenti",
        letto,
        stato,
        classi=classi_da_decidere(letto),
        classe=None if testo else classe,
        cercato=testo,
        form=form or EsitiForm(studenti=mostrati, lettura=letto),
        mostrati=mostrati,
        quanti=quanti,
        passati=[
            riga for riga in letto.righe() if riga.studente in mostrati and riga.studente.passato
        ],
        senza_esito=sum(not s.esito for s in (mostrati if classe else letto.studenti)),
        domanda=_domanda(request),
    )
