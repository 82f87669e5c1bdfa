"""The evidence of an activity: a file, an act of the school, taken off, downloaded."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from bonus_merito.access import richieste as access
from bonus_merito.forms.richieste import AttoForm, ProvaForm
from bonus_merito.models import Attivita
from bonus_merito.queries.atti_citabili import cerca_atti
from bonus_merito.services import richieste as servizi
from bonus_merito.views.attivita import pagina
from bonus_merito.views.comuni import fatto
from cpia.norme.errori import AttoRifiutato


@require_POST
def aggiungi(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file among the evidence."""
    trovata = access.attivita_da_scrivere(request.contesto, pk)
    form = ProvaForm(request.POST, request.FILES)
    if form.is_valid() and _aggiunta(request, trovata, form):
        return fatto(request, "La prova è registrata.", "attivita", pk)
    return pagina(request, trovata, prova_form=form, stato=422)


@require_POST
def cita(request: HttpRequest, pk: int) -> HttpResponse:
    """Cite an act of the school."""
    trovata = access.attivita_da_scrivere(request.contesto, pk)
    form = AttoForm(request.POST)
    if form.is_valid() and _aggiunta(request, trovata, form):
        return fatto(request, "L’atto è fra le prove.", "attivita", pk)
    return pagina(request, trovata, atto_form=form, stato=422)


def _aggiunta(request: HttpRequest, trovata: Attivita, form: ProvaForm | AttoForm) -> bool:
    contesto = request.contesto
    try:
        servizi.aggiungi_prova(
            autore=contesto, adesso=contesto.adesso, attivita_id=trovata.pk, dati=form.dati,
            chiave=form.cleaned_data["chiave"],
        )  # fmt: skip
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return False
    except ObjectDoesNotExist as sparita:
        raise Http404 from sparita
    return True


@require_safe
def atti(request: HttpRequest, pk: int) -> HttpResponse:
    """The acts of the school that answer to what is typed."""
    trovata = access.attivita_da_scrivere(request.contesto, pk)
    cercato = request.GET.get("cerca", "")[:80].replace("\x00", "")
    trovati = cerca_atti(request.contesto, cercato)
    if not request.htmx:
        return pagina(request, trovata, cercato=cercato, atti=trovati)
    dati = {"attivita": trovata, "cercato": cercato, "atti": trovati}
    return render(request, "bonus/richiesta/_atti.html", dati)


@require_POST
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a piece of evidence off."""
    contesto = request.contesto
    trovata = access.prova_da_scrivere(contesto, pk)
    try:
        servizi.togli_prova(autore=contesto, adesso=contesto.adesso, prova_id=pk)
    except AttoRifiutato as rifiuto:
        testo = " ".join(v.testo for v in rifiuto.violazioni)
        return pagina(request, trovata.attivita, rifiuto=testo, stato=409)
    except ObjectDoesNotExist as sparita:
        raise Http404 from sparita
    return fatto(request, "La prova è tolta.", "attivita", trovata.attivita_id)


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a piece of evidence, to be saved; an act opens on its own page."""
    contesto = request.contesto
    trovata = access.prova_da_leggere(contesto, pk)
    if trovata.atto_id is not None:
        return redirect("documento", contesto.istituto.slug, trovata.atto_id)
    contenuto = servizi.leggi_prova(autore=contesto, adesso=contesto.adesso, prova=trovata)
    nome = trovata.nome_file.replace("/", "-")
    return HttpResponse(
        contenuto,
        content_type=trovata.tipo_contenuto,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nome),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
