"""Without a login: the calls open to people of outside, and how one registers for them."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.scuola import orologio
from cpia.scuola.limite import oltre_il_giorno, oltre_il_limite
from cpia.scuola.middleware import pubblica
from cpia.scuola.riserbo import tieni_fuori_dai_log
from selezioni_pon.forms.esterni import RegistratiForm
from selezioni_pon.models import RegistrazioneCandidato
from selezioni_pon.queries.esterni import aperti_agli_esterni, registrazioni_di_oggi
from selezioni_pon.rules.esterni import VALE
from selezioni_pon.services import esterni as servizi

METODI: Final = ["GET", "HEAD", "POST"]
# A library or a school with one address may register a group; who floods stops here.
RICHIESTE_AL_MINUTO: Final = 6
RICHIESTE_AL_GIORNO: Final = 60
CONFERME_AL_MINUTO: Final = 30
ALLA_SCUOLA: Final = 300
TROPPE: Final = (
    "Troppe richieste da questo indirizzo: aspetta un minuto e premi di nuovo. Resta tutto qui."
)
TROPPE_OGGI: Final = (
    "Per oggi sono arrivate troppe richieste: riprova domani, o vieni in segreteria."
)
NASCOSTO: Final = "Un campo nascosto non era vuoto: premi di nuovo «Mandami il collegamento»."
REGISTRATO: Final = "Fatto: adesso scegli la password con cui entrerai."
HA_ACCESSO: Final = "Fatto: entra con il tuo accesso, gli avvisi sono alla voce «Selezioni»."

tieni_fuori_dai_log("conferma")


@pubblica
@require_safe
def esterni(request: HttpRequest) -> HttpResponse:
    """The calls that people of outside may answer today, and what one needs to do so."""
    aperti = aperti_agli_esterni(request.istituto.pk, orologio.adesso())
    return _pagina(request, "avvisi", {"avvisi": list(aperti)})


@pubblica
@never_cache
@sensitive_post_parameters()
@require_http_methods(METODI)
def esterni_registrati(request: HttpRequest) -> HttpResponse:
    """Ask for the link; what one sees then does not depend on whom the school knows."""
    aperti = aperti_agli_esterni(request.istituto.pk, orologio.adesso()).exists()
    if request.method != "POST":
        return _pagina(request, "registrati", {"form": RegistratiForm(), "aperti": aperti})
    form = RegistratiForm(request.POST)
    if _chiesta(request, form):
        return redirect("selezioni:esterni_scritto", request.istituto.slug)
    return _pagina(request, "registrati", {"form": form, "aperti": aperti}, 422)


def _chiesta(request: HttpRequest, form: RegistratiForm) -> bool:
    """Whether the letter is on its way; otherwise the reason is in the form."""
    if fermo := _fermo(request) or (NASCOSTO if form.di_una_macchina else ""):
        form.add_error(None, fermo)
    if not form.is_valid():
        return False
    try:
        servizi.chiedi_registrazione(
            istituto=request.istituto, adesso=orologio.adesso(), dati=form.dati
        )
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return False
    return True


def _fermo(request: HttpRequest) -> str:
    """Why nothing more is taken for now; empty when there is room."""
    if oltre_il_limite(request, "candidati", RICHIESTE_AL_MINUTO):
        return TROPPE
    if oltre_il_giorno(request, "candidati", RICHIESTE_AL_GIORNO):
        return TROPPE_OGGI
    oggi = registrazioni_di_oggi(request.istituto.pk, orologio.adesso())
    return TROPPE_OGGI if oggi >= ALLA_SCUOLA else ""


@pubblica
@require_safe
def esterni_scritto(request: HttpRequest) -> HttpResponse:
    """The letter is on its way: the same words for everybody."""
    return _pagina(request, "scritto", {"ore": int(VALE.total_seconds()) // 3600})


@pubblica
@never_cache
@require_http_methods(METODI)
def esterni_conferma(request: HttpRequest, codice: str) -> HttpResponse:
    """The page of the link: the button proves that a person opened it, not a mail filter."""
    if oltre_il_limite(request, "conferma-candidato", CONFERME_AL_MINUTO):
        return render(request, "429.html", status=429)
    try:
        aperta = servizi.registrazione_aperta(request.istituto, codice, orologio.adesso())
        return _confermata(request, aperta, codice)
    except servizi.RegistrazioneNonValida as rifiuto:
        stato = 404 if rifiuto.sconosciuta else 410
        return _pagina(request, "non_valida", {}, stato)


def _confermata(request: HttpRequest, aperta: RegistrazioneCandidato, codice: str) -> HttpResponse:
    dati: dict[str, Any] = {"registrazione": aperta}
    if request.method != "POST":
        return _pagina(request, "conferma", dati)
    try:
        fatta = servizi.conferma_registrazione(
            istituto=request.istituto, adesso=orologio.adesso(), codice=codice
        )
    except AttoRifiutato as rifiuto:
        rifiuti = [violazione.testo for violazione in rifiuto.violazioni]
        return _pagina(request, "conferma", dati | {"rifiuti": rifiuti}, 422)
    messages.success(request, REGISTRATO if fatta.invito else HA_ACCESSO)
    return redirect(fatta.invito or reverse("selezioni:elenco", args=[request.istituto.slug]))


def _pagina(
    request: HttpRequest, nome: str, dati: dict[str, Any], status: int = 200
) -> HttpResponse:
    risposta = render(request, f"selezioni/esterni/{nome}.html", dati, status=status)
    risposta["X-Robots-Tag"] = "noindex, nofollow"
    return risposta
