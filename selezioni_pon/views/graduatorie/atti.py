"""The acts on a ranking, each on its page and read again before it is done."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.conflitti import compiuto
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.access import graduatorie as access
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.forms.graduatorie import ApprovaForm, FormaForm, SorteggioForm
from selezioni_pon.models import Graduatoria
from selezioni_pon.queries.graduatorie.quadro import Quadro, punti_pubblici, quadro_di
from selezioni_pon.services import graduatorie as servizi
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra
from selezioni_pon.views.graduatorie.righe import mostrate

METODI = ["GET", "HEAD", "POST"]
FORMATA = "La graduatoria è formata: la approva e la pubblica il dirigente."
PUBBLICATA = "La graduatoria provvisoria è all’albo: da domani si contano i giorni per il reclamo."
DEFINITIVA = "La graduatoria è definitiva ed è all’albo: si possono proporre gli incarichi."
SORTEGGIATA = "Il sorteggio è registrato: la parità è decisa."


@require_http_methods(METODI)
@dopo_la_dichiarazione
def forma(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the proposal, once places, points and exclusions were read again."""
    contesto = request.contesto
    sguardo = access.da_formare(contesto, pk)
    quadro = quadro_di(sguardo.avviso, contesto.oggi, punti=True)
    form = FormaForm(digitato(request), nuova=quadro.vigente is not None)
    if compiuto(
        request, form,
        lambda: servizi.forma_graduatoria(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, motivo=form.motivo_scritto
        ),
    ):  # fmt: skip
        return fatto(request, FORMATA, "graduatoria", pk)
    dati = {"form": form, "avviso": sguardo.avviso, "quadro": quadro, "sguardo": sguardo}
    return mostra(request, "graduatorie/forma", dati)


@require_http_methods(METODI)
@dopo_la_dichiarazione
def sorteggio(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draw on record: that of the first group that waits for one."""
    contesto = request.contesto
    sguardo = access.da_formare(contesto, pk)
    quadro = quadro_di(sguardo.avviso, contesto.oggi, punti=True)
    if not quadro.da_sorteggiare:
        messages.info(request, "Nessuno aspetta un sorteggio.")
        return redirect(indirizzo(request, "graduatoria", pk))
    gruppo = quadro.da_sorteggiare[0]
    form = SorteggioForm(digitato(request), alla_pari=_alla_pari(quadro))
    if compiuto(
        request, form,
        lambda: servizi.registra_sorteggio(
            autore=contesto, adesso=contesto.adesso, avviso_id=pk, usciti=form.usciti,
            verbale=form.cleaned_data["verbale"], presenti=form.cleaned_data["presenti"],
        ),
    ):  # fmt: skip
        return fatto(request, SORTEGGIATA, "graduatoria", pk)
    dati = {"form": form, "avviso": sguardo.avviso, "gruppo": gruppo, "quadro": quadro}
    return mostra(request, "graduatorie/sorteggio", dati)


def _alla_pari(quadro: Quadro) -> list[tuple[str, str]]:
    if quadro.oggi is None:
        return []
    ordine = quadro.oggi.graduatoria.ordine
    return [(chi, ordine.posto(chi).candidato.detto) for chi in quadro.da_sorteggiare[0].candidati]


@require_http_methods(METODI)
@dopo_la_dichiarazione
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve the proposal: the provisional ranking goes on the albo."""
    trovata = access.da_approvare(request.contesto, pk)
    if trovata.stato != StatoGraduatoria.BOZZA and request.method != "POST":
        return redirect(indirizzo(request, "graduatoria", trovata.avviso_id))
    return _approva(request, trovata, servizi.pubblica_graduatoria, "pubblica", PUBBLICATA)


@require_http_methods(METODI)
@dopo_la_dichiarazione
def definitiva(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve the provisional ranking as final."""
    trovata = access.da_approvare(request.contesto, pk)
    if trovata.stato != StatoGraduatoria.PROVVISORIA and request.method != "POST":
        return redirect(indirizzo(request, "graduatoria", trovata.avviso_id))
    return _approva(request, trovata, servizi.approva_definitiva, "definitiva", DEFINITIVA)


def _approva(
    request: HttpRequest,
    trovata: Graduatoria,
    servizio: Callable[..., Graduatoria],
    pagina: str,
    detto: str,
) -> HttpResponse:
    """The act on the version that was read; another one is shown again, with nothing ticked."""
    contesto, avviso = request.contesto, trovata.avviso
    form = ApprovaForm(digitato(request), initial={"versione": trovata.versione})
    try:
        approvata = compiuto(request, form, lambda: _senza_albo(request, form, trovata, servizio))
    except Conflitto as conflitto:
        approvata = False
        form.di_nuovo(conflitto.attuale.versione)
    if approvata:
        return fatto(request, detto, "graduatoria", avviso.pk)
    quadro = quadro_di(avviso, contesto.oggi, punti=True, mostrata=trovata)
    dati = {
        "form": form,
        "avviso": avviso,
        "graduatoria": trovata,
        "quadro": quadro,
        "sguardo": access.Sguardo(avviso, dirige=True),
        "pubblici": punti_pubblici(avviso),
        **mostrate(request, quadro, punti=True),
    }
    return mostra(request, f"graduatorie/{pagina}", dati)


def _senza_albo(
    request: HttpRequest,
    form: ApprovaForm,
    trovata: Graduatoria,
    servizio: Callable[..., Graduatoria],
) -> None:
    contesto = request.contesto
    try:
        servizio(
            autore=contesto, adesso=contesto.adesso, graduatoria_id=trovata.pk,
            versione=form.cleaned_data["versione"],
        )  # fmt: skip
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", una.testo, una.fonte) for una in rifiuto.violazioni]
        ) from rifiuto
