"""The page of one enrolled person."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cpia.scuola.access import Contesto
from patto_formativo.access import accoglienza as access
from patto_formativo.enums import Fase
from patto_formativo.models import Corsista
from patto_formativo.queries import scheda as queries
from patto_formativo.queries.elenchi import GUARDANO
from patto_formativo.queries.scheda import Scheda
from patto_formativo.queries.visibili import Veste
from patto_formativo.rules.passi import Passo

FASI = {
    Passo.PRIMO_INCONTRO: Fase.PRIMO_INCONTRO,
    Passo.COLLOQUI: Fase.COLLOQUI,
    Passo.PROPEDEUTICO: Fase.PROPEDEUTICO,
}
# Where the next step is taken, and the words of the button.
DOVE = {
    Passo.DOSSIER: ("patto:dossier", "Apri il dossier"),
    Passo.STESURA: ("patto:piano", "Scrivi il patto"),
    Passo.COMMISSIONE: ("patto:patto", "Leggi la bozza"),
    Passo.FIRMA: ("patto:patto", "Apri il patto"),
    Passo.STUDIO: ("patto:frequenza", "Guarda la frequenza"),
}
DEL_TUTOR = frozenset({Passo.DOSSIER, Passo.STESURA})


@require_safe
def corsista(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a person is; who learns has a page of the own."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_da_guardare(contesto, pk)
    if trovato.vesti.isdisjoint(GUARDANO):
        return redirect("patto:mio", contesto.istituto.slug)
    di_lui = queries.scheda(contesto, trovato)
    return render(request, "patto/accoglienza/corsista.html", _dati(contesto, di_lui))


def _dati(contesto: Contesto, di_lui: Scheda) -> dict[str, Any]:
    trovato = di_lui.corsista
    vede_soggiorno = not trovato.vesti.isdisjoint(access.VEDONO_SOGGIORNO)
    atto = _atto(contesto, di_lui)
    fasi = [fase for fase in access.CONDUCONO if access.conduce(trovato, fase)]
    return {
        "corsista": trovato,
        "scheda_di": di_lui,
        "soggiorno": queries.soggiorno(contesto, trovato) if vede_soggiorno else None,
        "vede_recapiti": not trovato.vesti.isdisjoint(access.VEDONO_RECAPITI),
        "del_tutor": Veste.TUTOR in trovato.vesti,
        "senza_email": Veste.UFFICIO in trovato.vesti
        and queries.senza_email(trovato, contesto.oggi),
        "assegna": not trovato.vesti.isdisjoint(access.ASSEGNANO),
        "intervista": not trovato.vesti.isdisjoint(access.LEGGONO_INTERVISTA),
        "prova_si": not trovato.vesti.isdisjoint(access.PROVANO),
        "fasi": fasi if trovato.stato == "attivo" else [],
        "atto": atto,
        "incontra": atto is None or di_lui.riga.prossimo.passo not in FASI,
        "cambia_ore": trovato.stato == "attivo" and not di_lui.riga.fissate,
        "io": contesto.persona.pk,
    }


def _atto(contesto: Contesto, di_lui: Scheda) -> tuple[str, str] | None:
    """Address and words of what this reader does for the next step; None when it is of others."""
    trovato, passo = di_lui.corsista, di_lui.riga.prossimo.passo
    slug = contesto.istituto.slug
    if passo is Passo.TUTOR and not trovato.vesti.isdisjoint(access.ASSEGNANO):
        return f"{reverse('patto:tutor', args=[slug])}?corsista={trovato.pk}", "Assegna il tutor"
    if passo in FASI:
        return _incontro(slug, trovato, FASI[passo])
    if passo not in DOVE or (passo in DEL_TUTOR and Veste.TUTOR not in trovato.vesti):
        return None
    nome, parole = DOVE[passo]
    return reverse(nome, args=[slug, trovato.pk]), parole


def _incontro(slug: str, trovato: Corsista, fase: Fase) -> tuple[str, str] | None:
    if not access.conduce(trovato, fase):
        return None
    dove = reverse("patto:incontro_nuovo", args=[slug])
    return f"{dove}?fase={fase.value}&corsista={trovato.pk}", "Registra un incontro"
