"""The page of an agreement: versions, signatures, requests, papers, and why."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.avvisi.queries import ultimo_lavoro
from patto_formativo.access import patti as access
from patto_formativo.access.condivisi import MOSTRANO
from patto_formativo.enums import StatoPatto
from patto_formativo.forms.patti import RispostaForm, TestoForm
from patto_formativo.models import Corsista, Versione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries import condivisi
from patto_formativo.queries.patti import ultima_versione
from patto_formativo.queries.patti.firme import firme_di, parti_di
from patto_formativo.queries.patti.pagina import quadro_di
from patto_formativo.queries.patti.sezioni import approva
from patto_formativo.queries.patti.storia import VersioneLetta, storia_di
from patto_formativo.queries.visibili import UFFICIO, Veste
from patto_formativo.rules.contenuto import ELEMENTI
from patto_formativo.rules.firme import ART_11, FASE_4, Parte
from patto_formativo.services.patti.stampa import STAMPA

V = Veste
FIRME, ORE = "firme", "ore"


@require_safe
def patto(request: HttpRequest, pk: int) -> HttpResponse:
    """The agreement of a person."""
    return mostra(request, access.patto(request.contesto, pk))


def mostra(
    request: HttpRequest, corsista: Corsista, *, stato: int = 200, **scena: Any
) -> HttpResponse:
    """The page; ``scena`` are the forms that an act refused."""
    contesto = request.contesto
    storia = storia_di(corsista, contesto.oggi, sezioni=access.sezioni_lette(contesto, corsista))
    for letta in storia:
        letta.versione.patto.corsista = corsista
    dati: dict[str, Any] = {
        "corsista": corsista,
        "sa_la_sede": access.sa_la_sede(corsista),
        "storia": storia,
        "ultima": storia[0] if storia else None,
        "in_vigore": _vigente(storia),
        "tutor": V.TUTOR in corsista.vesti,
        "ufficio": contesto.ha(*UFFICIO),
        "richiesta_form": TestoForm(),
        "risposta_form": RispostaForm(),
        "art_11": ART_11,
        "fase_4": FASE_4,
    }
    if storia:
        dati |= _atti(request, corsista, storia) | _con_l_altra_scuola(corsista, storia)
    return render(request, "patto/patti/patto.html", dati | scena, status=stato)


def _vigente(storia: list[VersioneLetta]) -> VersioneLetta | None:
    return next((letta for letta in storia if letta.versione.stato in IN_VIGORE), None)


def _atti(request: HttpRequest, corsista: Corsista, storia: list[VersioneLetta]) -> dict[str, Any]:
    """What may be done of the newest version, and of the one in force, by who looks."""
    contesto = request.contesto
    ultima, vigente = storia[0].versione, _vigente(storia)
    manca_la_scuola = any(m.parte == Parte.SCUOLA for m in storia[0].firme.mancano)
    da_firmare = ultima.stato == StatoPatto.APPROVATO
    presiede = ultima.sezione is not None and approva(contesto, ultima.sezione)
    return {
        "da_firmare": da_firmare,
        "firma": da_firmare
        and manca_la_scuola
        and storia[0].firme.aspetta is None
        and Parte.SCUOLA in parti_di(contesto, ultima),
        "risponde": V.TUTOR in corsista.vesti or presiede,
        "si_riprende": _si_riprende(storia[0]) and (V.TUTOR in corsista.vesti or presiede),
        "si_rinegozia": vigente is not None
        and vigente is storia[0]
        and not corsista.vesti.isdisjoint(access.RINEGOZIANO),
        "si_conclude": vigente is not None
        and vigente.versione.stato == StatoPatto.IN_CORSO
        and V.DIREZIONE in corsista.vesti,
        "lavoro": _lavoro(request, ultima),
    }


def _con_l_altra_scuola(corsista: Corsista, storia: list[VersioneLetta]) -> dict[str, Any]:
    """What another school was shown of the agreement, and whether more may be shown."""
    if corsista.vesti.isdisjoint(condivisi.SEGUONO):
        return {}
    altra = condivisi.nel_patto([letta.versione for letta in storia])
    mostra_altro = altra.mostrabile and not corsista.vesti.isdisjoint(MOSTRANO)
    return {"altra": altra, "si_condivide": mostra_altro}


def _si_riprende(letta: VersioneLetta) -> bool:
    aperta = letta.versione.stato in (StatoPatto.IN_NEGOZIAZIONE, StatoPatto.APPROVATO)
    return aperta and not letta.firme.date


def _lavoro(request: HttpRequest, versione: Versione) -> Any:
    if versione.stato != StatoPatto.APPROVATO or versione.impronta or not versione.delibera_id:
        return None
    return ultimo_lavoro(request.contesto.istituto.pk, STAMPA, versione.delibera_id)


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why those signatures (``di=firme``), why those hours (``di=ore``)."""
    corsista = access.patto(request.contesto, pk)
    versione = ultima_versione(corsista, sezioni=access.sezioni_lette(request.contesto, corsista))
    di = request.GET.get("di", FIRME)
    if versione is None or di not in (FIRME, ORE):
        raise Http404
    versione.patto.corsista = corsista
    oggi = request.contesto.oggi
    dati = {"corsista": corsista, "versione": versione, "elementi": ELEMENTI}
    if di == ORE:
        dati["quadro"] = quadro_di(versione, oggi)
        return render(request, "patto/patti/perche_ore.html", dati)
    dati["firme"] = firme_di(versione, oggi)
    return render(request, "patto/patti/perche_firme.html", dati)
