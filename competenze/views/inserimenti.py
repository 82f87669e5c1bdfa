"""The entry of a subject: the grid, its words, its deadline, registering it, its history."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from competenze import access
from competenze.forms import livelli as forms
from competenze.models import Inserimento
from competenze.queries import griglia as lettura
from competenze.queries import storia as registro
from competenze.queries.inserimento import calendario_di, classe_di, descrizioni
from competenze.rules.scadenze import Calendario, termine, termine_inserimento
from competenze.services.inserimenti import registra_inserimento
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione

FATTI_PER_PAGINA = 50
EFFETTI = (
    "il coordinatore della classe vede che la disciplina è pronta",
    "i livelli entrano nella media e non si possono più cambiare",
    "la scadenza esce dalla scrivania; non parte nessuna e-mail",
)
CORREZIONE = "Per correggere un livello il coordinatore deve riaprire, con un motivo."


def _contesto(request: HttpRequest, inserimento: Inserimento) -> dict[str, Any]:
    contesto = request.contesto
    sospeso = access.in_sospeso(contesto, inserimento)
    return {
        "inserimento": inserimento,
        "rilevata": inserimento.classe_rilevata,
        "griglia": lettura.griglia(inserimento, contesto.oggi, sospeso=sospeso),
    }


@require_GET
def griglia(request: HttpRequest, pk: int) -> HttpResponse:
    """All students of the class and all competences of the subject, a cell each."""
    inserimento = access.inserimento_leggibile(request.contesto, pk)
    return render(request, "competenze/griglia.html", _contesto(request, inserimento))


@require_GET
def livelli(request: HttpRequest, pk: int) -> HttpResponse:
    """The four levels and the descriptors of the competences of this subject."""
    inserimento = access.inserimento_leggibile(request.contesto, pk)
    contesto = {
        "inserimento": inserimento,
        "rilevata": inserimento.classe_rilevata,
        "colonne": classe_di(inserimento).colonne_di(inserimento),
        "descrizioni": descrizioni(inserimento),
    }
    return render(request, "competenze/griglia_livelli.html", contesto)


@require_GET
def perche_termine(request: HttpRequest, pk: int) -> HttpResponse:
    """Why the deadline of this class is that day."""
    inserimento = access.inserimento_leggibile(request.contesto, pk)
    giorni = calendario_di(inserimento)
    contesto = {
        "inserimento": inserimento,
        "rilevata": inserimento.classe_rilevata,
        "calendario": giorni,
        "termine": termine(giorni),
        "prova": _il_giorno_dopo(giorni),
    }
    return render(request, "competenze/griglia_perche.html", contesto)


def _il_giorno_dopo(giorni: Calendario) -> dict[str, date] | None:
    """What if: the scrutinio one day later, and the deadline it would bring."""
    if giorni.scrutinio is None:
        return None
    scrutinio = giorni.scrutinio + timedelta(days=1)
    return {"scrutinio": scrutinio, "termine": termine_inserimento(scrutinio, giorni.giorni).giorno}


@require_http_methods(["GET", "POST"])
def registra(request: HttpRequest, pk: int) -> HttpResponse:
    """What is missing, or what registering will do; with a POST, it is done."""
    inserimento = access.inserimento_proprio(request.contesto, pk)
    if request.method == "GET":
        return _conferma(request, inserimento)
    form = forms.InserimentoRegistraForm(request.POST)
    if not form.is_valid():
        return _conferma(request, inserimento, form=form)
    try:
        registra_inserimento(
            autore=request.contesto, adesso=request.contesto.adesso, inserimento=inserimento
        )
    except AttoRifiutato as rifiuto:
        return _conferma(request, inserimento, violazioni=rifiuto.violazioni)
    messages.success(request, f"Livelli registrati: {_titolo(inserimento)}.")
    return redirect("competenze:elenco", request.contesto.istituto.slug)


def _titolo(inserimento: Inserimento) -> str:
    return f"{inserimento.classe_rilevata.classe}, {inserimento.cattedra.disciplina}"


def _domanda(inserimento: Inserimento, *, pronto: bool) -> str:
    if not pronto:
        return f"{_titolo(inserimento)}: non si può ancora registrare"
    return f"Registrare e chiudere {_titolo(inserimento)}?"


def _conferma(
    request: HttpRequest,
    inserimento: Inserimento,
    *,
    form: forms.InserimentoRegistraForm | None = None,
    violazioni: tuple[Violazione, ...] = (),
) -> HttpResponse:
    slug = request.contesto.istituto.slug
    contesto = _contesto(request, inserimento)
    griglia = contesto["griglia"]
    violazioni = violazioni or griglia.violazioni
    stato = 422 if form or violazioni else 200
    contesto |= {
        "registrazione": form,
        "violazioni": violazioni,
        "quante_mancano": griglia.totale - griglia.fatte,
        "domanda": _domanda(inserimento, pronto=not (griglia.mancanti or violazioni)),
        "effetti": EFFETTI,
        "correzione": CORREZIONE,
        "rilettura": f"Ho riletto i {griglia.totale} livelli",
        "azione": reverse("competenze:registra_inserimento", args=[slug, inserimento.pk]),
        "verbo": "Registra e chiudi",
        "ritorno": "Torna alla griglia",
        "indietro": reverse("competenze:inserimento", args=[slug, inserimento.pk]),
    }
    return render(request, "competenze/griglia_registra.html", contesto, status=stato)


@require_GET
def storia(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed what and when, from the register of operations."""
    inserimento = access.inserimento_leggibile(request.contesto, pk)
    pagina = Paginator(registro.operazioni(inserimento), FATTI_PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    contesto = {
        "inserimento": inserimento,
        "rilevata": inserimento.classe_rilevata,
        "pagina": pagina,
        "fatti": registro.fatti(inserimento, pagina.object_list),
    }
    return render(request, "competenze/storia.html", contesto)
