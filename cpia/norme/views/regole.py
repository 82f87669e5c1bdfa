"""One rule of a draft: written, judged while it is written, taken out."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from cpia.norme.access import bozza_in_cura
from cpia.norme.errori import RegolamentoRifiutato, ScrittoDaAltri
from cpia.norme.forms.regole import RegolaForm, iniziali
from cpia.norme.models import Regolamento
from cpia.norme.queries import bozze as lettura
from cpia.norme.queries.righe import scritto_di
from cpia.norme.rules import Chiave, ChiaveSconosciuta, chiave_nota
from cpia.norme.rules.dire import dire_testo
from cpia.norme.rules.scritto import Scritto
from cpia.norme.services import regole as servizi
from cpia.norme.views.bozze import pagina_bozza
from cpia.norme.views.comuni import CONFLITTO, STATO_ERRATO, annota_rifiuti, verso


@require_http_methods(["GET", "HEAD", "POST"])
def regola(request: HttpRequest, pk: int) -> HttpResponse:
    """One rule of a draft, with a form for its type."""
    letta = bozza_in_cura(request.contesto, pk)
    if request.method != "POST" and not request.GET.get("chiave"):
        return verso(request, "regolamento_bozza", pk)
    nota = _chiave(request)
    if request.method != "POST":
        return _pagina_regola(request, letta, RegolaForm(nota=nota, initial=_scritta(letta, nota)))
    form = RegolaForm(request.POST, nota=nota)
    if not form.is_valid():
        return _pagina_regola(request, letta, form, stato=STATO_ERRATO)
    return _scrivi(request, letta, form)


def _scrivi(request: HttpRequest, letta: Regolamento, form: RegolaForm) -> HttpResponse:
    contesto = request.contesto
    try:
        servizi.scrivi_parametro(
            autore=contesto,
            adesso=contesto.adesso,
            bozza_id=letta.pk,
            scritto=form.scritto,
            visto=form.cleaned_data["visto"],
        )
    except RegolamentoRifiutato as rifiuto:
        annota_rifiuti(form, rifiuto)
        return _pagina_regola(request, letta, form, stato=STATO_ERRATO)
    except ScrittoDaAltri as altri:
        return _pagina_regola(request, letta, _con_altro(form, altri), stato=CONFLITTO)
    messages.success(request, f"{form.nota.etichetta}: scritto nella bozza.")
    return verso(request, "regolamento_bozza", letta.pk)


def _con_altro(form: RegolaForm, altri: ScrittoDaAltri) -> RegolaForm:
    """Both rules in sight; sent again it is mine that stays, knowing of the other."""
    registrato = altri.registrato
    messaggio = (
        f"Un’altra persona ha scritto intanto: {_come_dice(registrato)}. Quello che hai scritto tu "
        "è ancora qui: registra di nuovo per tenerlo, o torna alla bozza per lasciare l’altro."
    )
    form.add_error(None, messaggio)
    form.data = {**form.data.dict(), "visto": registrato.impronta if registrato else ""}
    return form


def _come_dice(registrato: Scritto | None) -> str:
    """``20 giorni, art. 8, «venti giorni»``."""
    if registrato is None:
        return "regola tolta"
    testo = f", «{registrato.testo}»" if registrato.testo else ""
    return f"{dire_testo(registrato.chiave, registrato.valore)}, {registrato.articolo}{testo}"


def _pagina_regola(
    request: HttpRequest, letta: Regolamento, form: RegolaForm, stato: int = 200
) -> HttpResponse:
    pagina = {
        "regolamento": letta,
        "form": form,
        "nota": form.nota,
        "predefinito": form.nota.valore_predefinito,
        "predefinito_dice": dire_testo(form.nota.chiave, form.nota.predefinito),
        "verifica": _verifica(request, letta, form) if _da_giudicare(form) else None,
    }
    return render(request, "norme/regola.html", pagina, status=stato)


def _da_giudicare(form: RegolaForm) -> bool:
    """Whether there is a value to judge, and its field does not say already what is wrong."""
    return form.is_bound and "valore" not in form.errors


@require_POST
def verifica(request: HttpRequest, pk: int) -> HttpResponse:
    """What the checker says of a value while it is being written: a fragment, nothing is kept."""
    letta = bozza_in_cura(request.contesto, pk)
    form = RegolaForm(request.POST, nota=_chiave(request))
    pagina = {"verifica": _verifica(request, letta, form)}
    return render(request, "norme/verifica.html", pagina)


def _verifica(request: HttpRequest, letta: Regolamento, form: RegolaForm) -> lettura.Verifica:
    chiave, valore = form.nota.chiave, form.valore_scritto
    return lettura.prova_valore(letta, chiave, valore, request.contesto.oggi)


def _chiave(request: HttpRequest) -> Chiave:
    """The parameter that the request names; 400 for one that the catalogue does not know."""
    dati = request.POST if request.method == "POST" else request.GET
    try:
        return chiave_nota(dati.get("chiave", ""))
    except ChiaveSconosciuta as errore:
        raise BadRequest(str(errore)) from None


def _scritta(letta: Regolamento, nota: Chiave) -> dict[str, str]:
    riga = lettura.riga_di(letta, nota.chiave)
    if riga is None:
        return {"chiave": nota.chiave, "visto": ""}
    return iniziali(nota, scritto_di(riga))


@require_POST
def togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a rule out of the draft, if it is still the one that was on the screen."""
    contesto = request.contesto
    letta = bozza_in_cura(contesto, pk)
    nota = _chiave(request)
    try:
        servizi.togli_parametro(
            autore=contesto,
            adesso=contesto.adesso,
            bozza_id=letta.pk,
            chiave=nota.chiave,
            visto=request.POST.get("visto", ""),
        )
    except RegolamentoRifiutato as rifiuto:
        messages.error(request, str(rifiuto))
        return verso(request, "regolamenti")
    except ScrittoDaAltri as altri:
        intanto = _come_dice(altri.registrato)
        messages.error(
            request,
            f"{nota.etichetta}: un’altra persona ha scritto intanto: {intanto}. "
            "La regola è ancora nella bozza: rileggila qui, e se va tolta premi di nuovo Togli.",
        )
        return pagina_bozza(request, letta, stato=CONFLITTO)
    messages.success(request, f"{nota.etichetta}: tolto dalla bozza.")
    return verso(request, "regolamento_bozza", pk)
