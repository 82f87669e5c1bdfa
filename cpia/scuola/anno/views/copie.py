"""Third step of the passage: what is copied, only where asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from cpia.scuola.anno import access, services
from cpia.scuola.anno.forms import CopieForm, ModoForm
from cpia.scuola.anno.queries.lettura import Lettura, leggi, proposte
from cpia.scuola.anno.queries.passi import ClasseDaCopiare, per_classe
from cpia.scuola.anno.rules.copie import Copia, Genere, StatoCopia
from cpia.scuola.anno.views.comuni import mostra, verso
from cpia.scuola.enums import ModoDocenti
from cpia.scuola.parole import plurale

TUTTO, NULLA = "tutto", "nulla"


@require_safe
def incarichi(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposals by class; of one of them, tick by tick."""
    return _pagina(request, leggi(access.anno(request.contesto, pk)))


@require_POST
def scegli(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the ticks of one class, or all the proposals at once, or none."""
    anno = access.anno_da_passare(request.contesto, pk)
    letto = leggi(anno)
    possibili = [copia for copia in _sue(request, letto) if copia.stato == StatoCopia.POSSIBILE]
    form = CopieForm(_dati(request, letto, possibili), chiavi=[copia.chiave for copia in possibili])
    if not form.is_valid():
        return _pagina(request, letto, stato=422, form=form)
    services.scegli_copie(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        anno=anno,
        aggiungi=form.aggiunte,
        togli=form.tolte,
    )
    quante = plurale(len(form.aggiunte), "scelta registrata", "scelte registrate", "")
    detto = f"{quante}: si copia con il passaggio." if quante else "Nessuna scelta registrata."
    messages.success(request, detto)
    return verso(request, "anno_incarichi", pk)


def _dati(request: HttpRequest, letto: Lettura, possibili: list[Copia]) -> dict[str, list[str]]:
    """The ticks of the request; ``tutte`` stands for all that is proposed, or for nothing.

    Offices are never among all: each wants its own act, and so its own tick.
    """
    tutte, gia = request.POST.get("tutte"), letto.passaggio.scelte
    if tutte == TUTTO:
        return {
            "copia": [c.chiave for c in possibili if c.genere != Genere.UFFICIO or c.chiave in gia]
        }
    return {"copia": [] if tutte == NULLA else request.POST.getlist("copia")}


@require_POST
def modo(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose whether teachers follow their class or stay on the year of course."""
    anno = access.anno_da_passare(request.contesto, pk)
    form = ModoForm(request.POST)
    if not form.is_valid():
        return _pagina(request, leggi(anno), stato=422)
    scelto = ModoDocenti(form.cleaned_data["docenti"])
    services.scegli_copie(
        autore=request.contesto, adesso=request.contesto.adesso, anno=anno, docenti=scelto
    )
    messages.success(request, f"I docenti {scelto.label}: le proposte sono aggiornate.")
    return verso(request, "anno_incarichi", pk)


def _sue(request: HttpRequest, letto: Lettura) -> list[Copia]:
    """The proposals of the class in the address, or all."""
    scelto = _scelto(request, insiemi := per_classe(letto, _proposte(request, letto)))
    return [copia for insieme in ([scelto] if scelto else insiemi) for copia in insieme.copie]


def _proposte(request: HttpRequest, letto: Lettura) -> list[Copia]:
    return proposte(letto, request.contesto.persona.pk)[0]


def _scelto(request: HttpRequest, insiemi: list[ClasseDaCopiare]) -> ClasseDaCopiare | None:
    return next((i for i in insiemi if i.chiave == request.GET.get("classe")), None)


def _pagina(
    request: HttpRequest, letto: Lettura, stato: int = 200, form: CopieForm | None = None
) -> HttpResponse:
    insiemi = per_classe(letto, _proposte(request, letto))
    scelto = _scelto(request, insiemi)
    segnate = form.data["copia"] if form else letto.passaggio.scelte
    return mostra(
        request,
        "incarichi",
        "anno_incarichi",
        letto,
        stato,
        insiemi=insiemi,
        scelto=scelto,
        segnate=segnate,
        form=form,
        modi=ModoDocenti.choices,
        generi=_per_genere(scelto) if scelto else [],
    )


TITOLI = {
    Genere.CATTEDRA: "Discipline",
    Genere.DOCENTE: "Docenti",
    Genere.COORDINATORE: "Coordinatori",
    Genere.GRUPPO: "Gruppi, con chi passa",
    Genere.UFFICIO: "Uffici che finiscono il 31 agosto",
}


def _per_genere(insieme: ClasseDaCopiare) -> list[tuple[str, list[Copia]]]:
    generi = [(titolo, [c for c in insieme.copie if c.genere == g]) for g, titolo in TITOLI.items()]
    return [(titolo, copie) for titolo, copie in generi if copie]
