"""The school's book of premises."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from organi_collegiali.access.organi import esige_preparazione
from organi_collegiali.forms.testi import FraseForm
from organi_collegiali.models import Frase
from organi_collegiali.queries.delibere.frasi import frasario as tutte
from organi_collegiali.rules.delibere.frasario import FRASI
from organi_collegiali.services.delibere.frasi import scrivi_frase, semina_frasario, togli_frase
from organi_collegiali.views.delibere.pagina import con_rifiuto

COLONNE = ("Comincia con", "Continua con", "Per quali organi", "Quante volte")
TUTTI = "tutti gli organi"


@require_http_methods(["GET", "POST"])
def frasario(request: HttpRequest) -> HttpResponse:
    """All the phrases, and a new one."""
    contesto = request.contesto
    esige_preparazione(contesto)
    frasi = tutte(contesto.istituto.pk)
    if file := esporta(
        request,
        nome="frasario",
        titolo="Frasario",
        intestazione=COLONNE,
        righe=(_riga(frase) for frase in frasi),
    ):
        return file
    if request.method == "POST" and "semina" in request.POST:
        semina_frasario(istituto=contesto.istituto, frasi=FRASI)
        return redirect("organi:frasario", contesto.istituto.slug)
    form = FraseForm(request.POST or None)
    if request.method == "POST" and _scritta(request, form):
        return redirect("organi:frasario", contesto.istituto.slug)
    righe = [(frase, per_quali(frase)) for frase in frasi]
    return render(
        request,
        "organi/delibere/frasario.html",
        {"righe": righe, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def frase(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a phrase."""
    contesto = request.contesto
    trovata = _frase(contesto, pk)
    form = FraseForm(request.POST or None, instance=trovata)
    if request.method == "POST" and _scritta(request, form):
        return redirect("organi:frasario", contesto.istituto.slug)
    return render(
        request,
        "organi/delibere/frase.html",
        {"form": form, "frase": trovata},
        status=422 if form.errors else 200,
    )


@require_POST
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a phrase out of the book."""
    contesto = request.contesto
    trovata = _frase(contesto, pk)
    togli_frase(autore=contesto, adesso=contesto.adesso, frase_id=trovata.pk)
    messages.success(request, f"Tolta dal frasario: {trovata}.")
    return redirect("organi:frasario", contesto.istituto.slug)


def _frase(contesto: Contesto, pk: int) -> Frase:
    esige_preparazione(contesto)
    trovata = tutte(contesto.istituto.pk).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def _scritta(request: HttpRequest, form: FraseForm) -> bool:
    if not form.is_valid():
        return False
    contesto = request.contesto
    try:
        scritta = scrivi_frase(autore=contesto, adesso=contesto.adesso, frase=form.instance)
    except AttoRifiutato as rifiuto:
        con_rifiuto(form, rifiuto)
        return False
    messages.success(request, f"Nel frasario: {scritta}.")
    return True


def per_quali(frase: Frase) -> str:
    """For which organs a phrase is."""
    return frase.get_tipo_organo_display() or TUTTI


def _riga(frase: Frase) -> list[object]:
    return [frase.get_premessa_display(), frase.testo, per_quali(frase), frase.usata]
