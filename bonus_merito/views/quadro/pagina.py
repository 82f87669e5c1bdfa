"""The board: what is kept, what one tries, what is recorded of it."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bonus_merito.access import quadro as access
from bonus_merito.forms.quadro import CellaForm, IpotesiForm
from bonus_merito.models import Attivita, Procedura
from bonus_merito.queries.ipotesi import Ipotesi
from bonus_merito.queries.lavagna import Cella, lavagna_di, metodo_accanto
from bonus_merito.queries.quadro import regole_in_vigore
from bonus_merito.rules.valutazione import Giudizio
from bonus_merito.services.valutazioni import giudica_attivita
from bonus_merito.views.quadro.mostra import in_un_file, mostra
from bonus_merito.views.quadro.valuta import pagina_valuta
from cpia.norme.errori import AttoRifiutato, Conflitto


@require_safe
def quadro(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody by name, with what the present state pays; another method beside."""
    procedura = access.procedura(request.contesto, pk)
    ipotesi = _ipotesi(request, procedura)
    lavagna = lavagna_di(procedura, _accanto(procedura, ipotesi.ipotesi))
    if file := in_un_file(request, lavagna):
        return file
    return mostra(request, lavagna, ipotesi)


@require_http_methods(["GET", "HEAD", "POST"])
def prova(request: HttpRequest, pk: int) -> HttpResponse:
    """The board with an area of somebody on trial: nothing is written."""
    procedura = access.procedura(request.contesto, pk)
    if request.method != "POST":
        return redirect("bonus:quadro", request.contesto.istituto.slug, pk)
    cella, ipotesi = _cella(request, procedura), _ipotesi(request, procedura)
    lavagna = lavagna_di(procedura, _accanto(procedura, ipotesi.ipotesi), _letta(cella))
    return mostra(request, lavagna, ipotesi, cella)


@require_POST
def registra(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was tried: in the one activity of the area, else where one says in which."""
    procedura = access.procedura(request.contesto, pk)
    cella, ipotesi = _cella(request, procedura), _ipotesi(request, procedura)
    lavagna = lavagna_di(procedura, _accanto(procedura, ipotesi.ipotesi), _letta(cella))
    effetto = lavagna.effetto
    if effetto is None:
        return mostra(request, lavagna, ipotesi, cella)
    if effetto.sola is None:
        richiesta = access.richiesta(request.contesto, effetto.cella.richiesta)
        return pagina_valuta(request, richiesta, cella=effetto.cella)
    try:
        _giudica(request, effetto.sola, effetto.cella)
    except AttoRifiutato as rifiuto:
        cella.errori_dell_atto = [violazione.testo for violazione in rifiuto.violazioni]
        return mostra(request, lavagna, ipotesi, cella, stato=422)
    except Conflitto:
        cella.errori_dell_atto = ["Nel frattempo il giudizio è cambiato: qui c’è com’è adesso."]
        lavagna = lavagna_di(procedura, _accanto(procedura, ipotesi.ipotesi), _letta(cella))
        return mostra(request, lavagna, ipotesi, cella, stato=409)
    messages.success(request, f"Registrato nell’attività «{effetto.sola.titolo}».")
    return redirect("bonus:quadro", request.contesto.istituto.slug, pk)


def _giudica(request: HttpRequest, attivita: Attivita, cella: Cella) -> None:
    giudica_attivita(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        attivita_id=attivita.pk,
        giudizio=Giudizio(
            confermata=True, livello=attivita.livello, punti=cella.punti, motivo=attivita.motivo
        ),
        versione=_versione(request),
    )


def _versione(request: HttpRequest) -> int:
    """The version of the activity that the trial was made on; 0, which none has, for no number."""
    scritta = request.POST.get("versione", "")
    return int(scritta) if scritta.isascii() and scritta.isdigit() and len(scritta) < 10 else 0


def _ipotesi(request: HttpRequest, procedura: Procedura) -> IpotesiForm:
    """What the address, or the form, asks to try besides the cell."""
    dati = request.GET.copy()
    dati.update(request.POST)
    campi = ("metodo", "fondo", "assenze", "scuola")
    chiesta = any(dati.get(nome) for nome in campi) or any(n.startswith("peso") for n in dati)
    regole = regole_in_vigore(procedura)
    return IpotesiForm(dati if chiesta else None, procedura=procedura, regole=regole)


def _cella(request: HttpRequest, procedura: Procedura) -> CellaForm:
    return CellaForm(request.POST, regole=regole_in_vigore(procedura))


def _letta(cella: CellaForm) -> Cella | None:
    return cella.letta if cella.is_valid() else None


def _accanto(procedura: Procedura, ipotesi: Ipotesi) -> Ipotesi:
    """What stands beside: what one asked for, else the other method."""
    if ipotesi.delle_regole:
        return ipotesi
    return replace(ipotesi, metodo=metodo_accanto(regole_in_vigore(procedura)))
