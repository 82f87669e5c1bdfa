"""The attendance of a person, with its reasons; signs, derogations."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from patto_formativo.access import frequenza as access
from patto_formativo.access.corsisti import corsista as carica
from patto_formativo.access.patti import LEGGONO
from patto_formativo.enums import MezzoSegno, StatoPatto
from patto_formativo.forms import frequenza as forms
from patto_formativo.models import Corsista, Versione
from patto_formativo.queries.frequenza import FrequenzaDi, frequenza_di, silenzio_di
from patto_formativo.queries.frequenza.proposte import carte_e_segni, delibere_del_collegio
from patto_formativo.queries.patti import versione_corrente
from patto_formativo.queries.visibili import Veste
from patto_formativo.rules.frequenza import DEROGABILI
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services.frequenza import (
    approva_deroga,
    proponi_deroga,
    registra_segno,
    respingi_deroga,
)
from patto_formativo.views.frequenza.barra import barra
from patto_formativo.views.frequenza.comuni import ecco, pagina

V = Veste
GET_POST = ["GET", "HEAD", "POST"]
PERCHE = {"percentuale", "rischio", "silenzio"}


@require_safe
def frequenza(request: HttpRequest, pk: int) -> HttpResponse:
    """Hours by unit, percentage, what is due, what is missing; the adult reads the same."""
    contesto: Contesto = request.contesto
    corsista = access.frequenza(contesto, pk)
    vesti = corsista.vesti
    di_scuola = not vesti.isdisjoint(access.SCUOLA)
    trovata = frequenza_di(corsista, contesto.oggi)
    ufficio = not vesti.isdisjoint({V.UFFICIO, V.DIREZIONE})
    dati = {
        "corsista": corsista,
        "f": trovata,
        "barra": barra(trovata),
        "mia": V.CORSISTA in vesti,
        # Who learns and who answers for a minor read what was written to them, not what third
        # parties said.
        "propria": not vesti.isdisjoint({V.CORSISTA, V.RESPONSABILE}),
        "soglia": in_cifre(100 * trovata.soglia),
        "di_scuola": di_scuola,
        "ufficio": ufficio,
        "dirige": V.DIREZIONE in vesti,
        "registra": not vesti.isdisjoint(access.REGISTRANO_SEGNI),
        "silenzio": silenzio_di(corsista, contesto.oggi) if di_scuola else None,
        "derogabile": trovata.percorso in DEROGABILI,
        "da_chiedere": _da_chiedere(corsista),
        **carte_e_segni(corsista),
    }
    return render(request, "patto/frequenza/frequenza.html", dati)


def _da_chiedere(corsista: Corsista) -> Versione | None:
    """The agreement of which a teacher of the group, who does not read it, may ask a change."""
    vesti = corsista.vesti
    if V.DOCENTE not in vesti or not vesti.isdisjoint(LEGGONO):
        return None
    versione = versione_corrente(corsista)
    return versione if versione and versione.stato != StatoPatto.BOZZA else None


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """The reasoning behind a percentage, a risk, a silence."""
    contesto: Contesto = request.contesto
    corsista = access.frequenza(contesto, pk)
    di = request.GET.get("di", "percentuale")
    if di not in PERCHE or (di == "silenzio" and corsista.vesti.isdisjoint(access.SCUOLA)):
        raise Http404
    trovata = frequenza_di(corsista, contesto.oggi)
    dati: dict[str, Any] = {"corsista": corsista, "f": trovata}
    if di == "silenzio":
        dati["silenzio"] = silenzio_di(corsista, contesto.oggi)
        if dati["silenzio"] is None:
            raise Http404
    elif not trovata.ha_piano:
        raise Http404
    dati["bastano"] = _bastano(trovata)
    return render(request, f"patto/frequenza/perche_{di}.html", dati)


def _bastano(trovata: FrequenzaDi) -> Any:
    """The hours of the plan that are still to come: more cannot be attended."""
    return max(trovata.psp - trovata.dovute, 0)


@require_http_methods(GET_POST)
def segno(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that somebody who is absent made a sign."""
    contesto: Contesto = request.contesto
    corsista = carica(contesto, pk, *access.REGISTRANO_SEGNI)
    form = forms.SegnoForm(request.POST or None, initial={"giorno": contesto.oggi})
    if compiuto(
        request, form,
        lambda: registra_segno(
            autore=contesto, adesso=contesto.adesso, corsista_id=pk,
            **form.cleaned_data | {"mezzo": MezzoSegno(form.cleaned_data["mezzo"])},
        ),
    ):  # fmt: skip
        return ecco(request, "Il segno è registrato: il tempo ricomincia da quel giorno.",
                    "patto:frequenza", pk)  # fmt: skip
    return _modulo(
        request, form, corsista, titolo="Registrare che si è fatto vivo",
        spiegazione="Una telefonata, una e-mail, una visita: l’assenza non è più senza parole.",
        verbo="Registra",
    )  # fmt: skip


@require_http_methods(GET_POST)
def deroga_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """A council proposes a derogation."""
    contesto: Contesto = request.contesto
    corsista = carica(contesto, pk, *access.SCUOLA)
    form = forms.DerogaForm(request.POST or None, initial={"proposta_il": contesto.oggi})
    if compiuto(
        request, form,
        lambda: proponi_deroga(
            autore=contesto, adesso=contesto.adesso, corsista_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        testo = "La proposta di deroga è registrata: aspetta il Collegio."
        return ecco(request, testo, "patto:frequenza", pk)
    return _modulo(
        request, form, corsista, titolo="Proporre una deroga alla frequenza",
        spiegazione="La propone il consiglio, con il motivo; la approva il Collegio dei docenti. "
        "Vale per il primo livello (Regolamento d’istituto, capo III, art. 7).",
        verbo="Registra la proposta",
    )  # fmt: skip


@require_http_methods(GET_POST)
def deroga_approva(request: HttpRequest, pk: int) -> HttpResponse:
    """Register the deliberation of the Collegio that approves a derogation."""
    contesto: Contesto = request.contesto
    deroga = access.deroga_da_decidere(contesto, pk)
    form = forms.ApprovaDerogaForm(request.POST or None, delibere=delibere_del_collegio(contesto))
    if compiuto(
        request, form,
        lambda: approva_deroga(
            autore=contesto, adesso=contesto.adesso, deroga_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        return ecco(request, "La deroga è approvata.", "patto:frequenza", deroga.corsista_id)
    return _modulo(
        request, form, deroga.corsista, titolo="Registrare la delibera che approva la deroga",
        spiegazione=f"Proposta da: {deroga.consiglio}. Motivo: «{deroga.motivo}».",
        verbo="Registra l’approvazione",
    )  # fmt: skip


@require_http_methods(GET_POST)
def deroga_respingi(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that the Collegio did not approve a derogation."""
    contesto: Contesto = request.contesto
    deroga = access.deroga_da_decidere(contesto, pk)
    form = forms.RespingiDerogaForm(request.POST or None)
    if compiuto(
        request, form,
        lambda: respingi_deroga(
            autore=contesto, adesso=contesto.adesso, deroga_id=pk, **form.cleaned_data
        ),
    ):  # fmt: skip
        return ecco(request, "La deroga è respinta.", "patto:frequenza", deroga.corsista_id)
    return _modulo(
        request, form, deroga.corsista, titolo="Registrare che il Collegio non approva",
        spiegazione=f"Proposta da: {deroga.consiglio}. Motivo: «{deroga.motivo}».",
        verbo="Registra il rifiuto",
    )  # fmt: skip


def _modulo(
    request: HttpRequest, form: forms.ConViolazioni, corsista: Corsista, **parole: str
) -> HttpResponse:
    return pagina(request, "modulo", form, corsista=corsista, **parole)
