"""Enrolling without a login: the form in short steps, its files looked through first."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from cpia.norme.errori import AttoRifiutato
from cpia.scuola import orologio
from cpia.scuola.limite import oltre_il_giorno, oltre_il_limite
from cpia.scuola.middleware import pubblica, transazioni_sue
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.access.iscrizioni import cpia
from patto_formativo.enums import Canale
from patto_formativo.forms.carte import Esame, esamina, troppo_in_tutto
from patto_formativo.forms.iscrizioni import DomandaOnlineForm
from patto_formativo.forms.iscrizioni_campi import FILE
from patto_formativo.models import AperturaIscrizioni
from patto_formativo.queries.iscrizioni.elenco import online_il
from patto_formativo.queries.iscrizioni.offerte import apertura_del, offerte_pubbliche, tempo_di
from patto_formativo.services.iscrizioni import presenta_domanda
from patto_formativo.views.iscrizioni.comuni import pubblica_pagina
from patto_formativo.views.iscrizioni.scelte import gruppi

# A centre with one address may enrol a group at once; who floods stops here.
DOMANDE_AL_MINUTO = 12
TROPPE = "Troppe domande da questo indirizzo: aspetta un minuto e premi di nuovo. Resta tutto qui."
TROPPE_OGGI = (
    "Per oggi da questa rete sono arrivate troppe domande: riprova domani, o porta la domanda in "
    "segreteria. Resta tutto qui."
)
SCUOLA_PIENA = (
    "Per oggi la scuola ha ricevuto online tutte le domande che può: riprova domani, o porta la "
    "domanda in segreteria. Resta tutto qui."
)
NASCOSTO = "Un campo nascosto non era vuoto: premi di nuovo «Manda la domanda»."


@transazioni_sue
@pubblica
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def iscriviti(request: HttpRequest) -> HttpResponse:
    """The form of who enrols, in short steps; nothing typed is lost when it comes back.

    What is sent is counted at once, its files are looked through where nobody waits for it, and
    only then it is written: looking through four files takes seconds.
    """
    if request.method != "POST":
        return _pagina(request, {}, "")
    with istituto_corrente(request.istituto.pk):
        cpia(request.istituto)
        fermo = _fermo(request)
    invano = fermo or request.POST.get("sito") or troppo_in_tutto(request.FILES)
    esami = {} if invano else esamina(request.FILES, FILE)
    with istituto_corrente(request.istituto.pk):
        return _pagina(request, esami, fermo)


def _fermo(request: HttpRequest) -> str:
    """Why nothing more is taken for now; empty when there is room."""
    if oltre_il_limite(request, "iscriviti", DOMANDE_AL_MINUTO):
        return TROPPE
    if oltre_il_giorno(request, "iscriviti", settings.ISCRIZIONI_AL_GIORNO_PER_INDIRIZZO):
        return TROPPE_OGGI
    if online_il(request.istituto.pk, orologio.oggi()) >= settings.ISCRIZIONI_AL_GIORNO:
        return SCUOLA_PIENA
    return ""


def _pagina(request: HttpRequest, esami: Mapping[str, Esame], fermo: str) -> HttpResponse:
    cpia(request.istituto)
    oggi = orologio.oggi()
    apertura = apertura_del(request.istituto.pk, oggi)
    tempo = tempo_di(apertura, oggi) if apertura else None
    if apertura is None or tempo is None or not tempo.aperte:
        return pubblica_pagina(request, "chiuse", {"apertura": apertura, "tempo": tempo})
    form = _form(request, apertura, esami, fermo)
    if request.method == "POST":
        return _presentata(request, form) or _modulo(request, form, apertura, 422)
    return _modulo(request, form, apertura, 200)


def _form(
    request: HttpRequest, apertura: AperturaIscrizioni, esami: Mapping[str, Esame], fermo: str
) -> DomandaOnlineForm:
    """What was sent; who floods, or is no person, does not have the files looked through."""
    oggi, scritto = orologio.oggi(), request.method == "POST"
    file = None if fermo or request.POST.get("sito") else request.FILES
    form = DomandaOnlineForm(
        request.POST if scritto else None, file if scritto else None, oggi=oggi, esami=esami,
        offerte=offerte_pubbliche(request.istituto.pk, apertura.anno_scolastico_id),
        tardiva=tempo_di(apertura, oggi).tardiva,
    )  # fmt: skip
    if fermo:
        form.add_error(None, fermo)
    return form


def _presentata(request: HttpRequest, form: DomandaOnlineForm) -> HttpResponse | None:
    """On to the receipt; None when something is to be corrected."""
    if form.di_una_macchina:
        form.add_error(None, NASCOSTO)
    if not form.is_valid():
        return None
    try:
        presenta_domanda(
            istituto=request.istituto, dati=form.dati, carte=form.carte, canale=Canale.ONLINE,
            adesso=orologio.adesso(), chiave=form.cleaned_data["chiave"],
        )  # fmt: skip
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return None
    dove = reverse("patto:ricevuta", args=[request.istituto.slug, form.cleaned_data["chiave"]])
    return HttpResponseClientRedirect(dove) if request.htmx else redirect(dove)


def _modulo(
    request: HttpRequest, form: DomandaOnlineForm, apertura: AperturaIscrizioni, status: int
) -> HttpResponse:
    oggi = orologio.oggi()
    form.segna_da_rifare(request.FILES)
    dati = {
        "form": form,
        "gruppi": gruppi(form),
        "apertura": apertura,
        "tempo": tempo_di(apertura, oggi),
        "oggi": oggi,
    }
    return pubblica_pagina(request, "iscriviti", dati, status)
