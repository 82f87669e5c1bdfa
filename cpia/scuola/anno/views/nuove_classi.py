"""First step of the passage: the classes of the new year."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from cpia.scuola.anno import access, services
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.forms import ClasseForm, ClassiForm
from cpia.scuola.anno.queries.lettura import Lettura, leggi
from cpia.scuola.anno.queries.passi import da_creare, voci
from cpia.scuola.anno.rules.classi import concludono
from cpia.scuola.anno.views.comuni import mostra, verso
from cpia.scuola.parole import plurale


@require_safe
def classi(request: HttpRequest, pk: int) -> HttpResponse:
    """Each class and its next one: there already, to be made, or none."""
    return _pagina(request, leggi(access.anno(request.contesto, pk)))


@require_POST
def crea(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the classes that are ticked."""
    anno = access.anno_da_passare(request.contesto, pk)
    letto = leggi(anno)
    form = ClassiForm(request.POST, voci=voci(letto))
    if not form.is_valid():
        return _pagina(request, letto, stato=422, form=form)
    quante = services.prepara_classi(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        anno=anno,
        chiavi=form.cleaned_data["chiavi"],
    )
    messages.success(request, f"{plurale(quante, 'classe creata', 'classi create')}.")
    return verso(request, "anno_classi", pk)


@require_POST
def aggiungi(request: HttpRequest, pk: int) -> HttpResponse:
    """Make one class by hand."""
    anno = access.anno_da_passare(request.contesto, pk)
    form = ClasseForm(request.POST, istituto=request.contesto.istituto)
    if form.is_valid():
        try:
            classe = services.aggiungi_classe(
                autore=request.contesto,
                adesso=request.contesto.adesso,
                anno=anno,
                **form.cleaned_data,
            )
        except PassaggioRifiutato as rifiuto:
            form.add_error("sezione", list(rifiuto.motivi))
        else:
            messages.success(request, f"La {classe} è fra le classi del nuovo anno.")
            return verso(request, "anno_classi", pk)
    return _pagina(request, leggi(anno), stato=422, a_mano=form)


def _pagina(
    request: HttpRequest,
    letto: Lettura,
    stato: int = 200,
    form: ClassiForm | None = None,
    a_mano: ClasseForm | None = None,
) -> HttpResponse:
    trovate = voci(letto)
    return mostra(
        request,
        "classi",
        "anno_classi",
        letto,
        stato,
        voci=trovate,
        da_creare=da_creare(trovate),
        segnate=form.data.getlist("chiavi") if form else [v.chiave for v in trovate],
        form=form,
        a_mano=a_mano or ClasseForm(istituto=request.contesto.istituto),
        concludono=concludono(letto.vecchie),
        adulti=[classe for classe in letto.vecchie if classe.corso.durata is None],
    )
