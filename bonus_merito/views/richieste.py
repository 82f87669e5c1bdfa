"""The own request: its page, its group, sent, taken up again, taken back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bonus_merito.access import richieste as access
from bonus_merito.forms.richieste import GruppoForm
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries import richieste as lettura
from bonus_merito.queries.requisiti import propri
from bonus_merito.services import richieste as servizi
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import giorno_e_ora, plurale

METODI = ["GET", "HEAD", "POST"]


@require_safe
def mia(request: HttpRequest, pk: int) -> HttpResponse:
    """The own request, or how one begins it."""
    procedura, richiesta = access.mia(request.contesto, pk)
    return _pagina(request, procedura, richiesta)


def _pagina(
    request: HttpRequest, procedura: Procedura, richiesta: Richiesta | None, **altro: Any
) -> HttpResponse:
    contesto = request.contesto
    dati: dict[str, Any] = {
        "procedura": procedura,
        "richiesta": richiesta,
        "si_chiede": lettura.si_chiede(procedura, contesto.adesso),
        "requisiti": propri(contesto, procedura),
        "chi_legge": lettura.chi_legge(procedura),
    }
    if richiesta is None:
        dati["puo_chiedere"] = lettura.puo_chiedere(contesto, procedura)
    else:
        dati["g"] = lettura.griglia(contesto, richiesta)
        dati["form"] = altro.pop("form", None) or GruppoForm(initial={"gruppo": richiesta.gruppo})
    stato = altro.pop("stato", 200)
    return render(request, "bonus/richiesta/mia.html", dati | altro, status=stato)


def _rifiutata(
    request: HttpRequest, pk: int, contro: tuple[Violazione, ...], stato: int = 409
) -> HttpResponse:
    """The page as it is now, with what speaks against the act."""
    procedura, richiesta = access.mia(request.contesto, pk)
    return _pagina(request, procedura, richiesta, contro=contro, stato=stato)


def _alla_mia(request: HttpRequest, pk: int, testo: str = "") -> HttpResponse:
    if testo:
        messages.success(request, testo)
    return redirect("bonus:mia", request.contesto.istituto.slug, pk)


@require_POST
def comincia(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the own request."""
    contesto = request.contesto
    access.mia(contesto, pk)
    try:
        servizi.comincia_richiesta(autore=contesto, adesso=contesto.adesso, procedura_id=pk)
    except AttoRifiutato as rifiuto:
        return _rifiutata(request, pk, rifiuto.violazioni)
    return _alla_mia(request, pk)


@require_POST
def gruppo(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where one teaches."""
    contesto = request.contesto
    richiesta = access.propria_di(contesto, pk)
    form = GruppoForm(request.POST)
    if not form.is_valid():
        return _pagina(request, richiesta.procedura, richiesta, form=form, stato=422)
    try:
        servizi.scegli_gruppo(
            autore=contesto, adesso=contesto.adesso, richiesta_id=richiesta.pk, gruppo=form.scelto
        )
    except AttoRifiutato as rifiuto:
        return _rifiutata(request, pk, rifiuto.violazioni)
    return _alla_mia(request, pk, "Il gruppo è registrato.")


@require_http_methods(METODI)
def invia(request: HttpRequest, pk: int) -> HttpResponse:
    """Read again, then send."""
    contesto = request.contesto
    richiesta = access.propria_di(contesto, pk)
    quante = len(lettura.attivita_di(richiesta))
    scade = richiesta.procedura.scade
    pagina = {
        "domanda": "Inviare la richiesta?",
        "effetti": [
            f"parte con {plurale(quante, 'attività', 'attività')} e le loro prove",
            "prende un numero di protocollo e diventa un PDF che non cambia",
            f"ti arriva la ricevuta. {lettura.chi_legge(richiesta.procedura)}",
        ],
        "correzione": f"Si riprende o si ritira fino a {giorno_e_ora(scade)}." if scade else "",
        "rilettura": "Ho riletto: quello che dichiaro è vero (D.P.R. 445/2000, artt. 46, 47 e 76)",
        "verbo": "Invia la richiesta",
    }
    return _con_conferma(request, richiesta, pagina, servizi.invia_richiesta, "Inviata.")


@require_http_methods(METODI)
def riapri(request: HttpRequest, pk: int) -> HttpResponse:
    """Take up again what was sent or taken back."""
    richiesta = access.propria_di(request.contesto, pk)
    pagina = {
        "domanda": "Riprendere la richiesta per cambiarla?",
        "effetti": [
            "torna in bozza, con tutto quello che hai scritto",
            "finché non la invii di nuovo non conta: inviala prima del termine",
        ],
        "correzione": "Il protocollo di prima resta; con il nuovo invio ne prende un altro.",
        "rilettura": "Ho riletto: va inviata di nuovo",
        "verbo": "Riprendi la richiesta",
    }
    return _con_conferma(
        request, richiesta, pagina, servizi.riapri_richiesta, "La richiesta è in bozza."
    )


@require_http_methods(METODI)
def ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the own request back."""
    richiesta = access.propria_di(request.contesto, pk)
    pagina = {
        "domanda": "Ritirare la richiesta?",
        "effetti": [
            "non partecipi al bonus di quest’anno",
            "il PDF inviato perde valore e lo dice a chi lo verifica",
            "quello che hai scritto resta tuo",
        ],
        "correzione": "Fino al termine si può riprendere e inviare di nuovo.",
        "rilettura": "Ho riletto: la ritiro",
        "verbo": "Ritira la richiesta",
    }
    return _con_conferma(
        request, richiesta, pagina, servizi.ritira_richiesta, "La richiesta è ritirata."
    )


def _con_conferma(
    request: HttpRequest,
    richiesta: Richiesta,
    pagina: dict[str, Any],
    atto: Callable[..., Richiesta],
    detto: str,
) -> HttpResponse:
    contesto, pk = request.contesto, richiesta.procedura_id
    indietro = reverse("bonus:mia", args=[contesto.istituto.slug, pk])
    if request.method == "POST" and request.POST.get("riletto") == "si":
        try:
            atto(autore=contesto, adesso=contesto.adesso, richiesta_id=richiesta.pk)
        except AttoRifiutato as rifiuto:
            return _rifiutata(request, pk, rifiuto.violazioni, 422)
        return _alla_mia(request, pk, detto)
    pagina |= {"azione": request.path, "indietro": indietro}
    stato = 422 if request.method == "POST" else 200
    return render(request, "bonus/richiesta/conferma.html", pagina, status=stato)
