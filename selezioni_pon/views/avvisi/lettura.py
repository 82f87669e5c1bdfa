"""The sheet of a call: what it says, until when, where its paper is, what comes next."""

from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.queries import ultimo_lavoro
from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi as access
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso
from selezioni_pon.queries.albo_esperti.avvisare import contro_l_avviso
from selezioni_pon.queries.bando import bando_di
from selezioni_pon.queries.candidature.proprie import contro_la_scrittura, mia_per
from selezioni_pon.queries.commissione.pagina import in_breve
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.graduatorie.versioni import in_vigore
from selezioni_pon.queries.scheda import altri_avvisi, prossima, reclamo_di, sezioni_di
from selezioni_pon.queries.svolte import accertata_di
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.termine import al_secondo
from selezioni_pon.services.avvisi.carta import STAMPA, chiedi_stampa
from selezioni_pon.views.avvisi.prima import prima_di_pubblicare
from selezioni_pon.views.comuni import fatto, indirizzo, mostra

# From here on whoever applies looks at the clock.
VICINO: Final = timedelta(days=2)


@require_safe
def avviso(request: HttpRequest, pk: int) -> HttpResponse:
    """A call with its facts; of a draft also what is missing."""
    contesto = request.contesto
    trovato = access.avviso(contesto, pk)
    prepara, bozza = access.prepara(trovato), trovato.stato == StatoAvviso.BOZZA
    altri = altri_avvisi(contesto, trovato)
    dati = {
        "avviso": trovato,
        "bando": bando_di(trovato, contesto.adesso),
        "ore": in_cifre(Fraction(trovato.ore)),
        "sezioni": sezioni_di(trovato),
        "reclamo": reclamo_di(trovato),
        "prepara": prepara,
        "dirige": access.dirige(trovato),
        "prima": prima_di_pubblicare(trovato, contesto.adesso) if bozza else None,
        "altri": altri,
        "prossima": prossima(trovato, altri, contesto.oggi) if prepara else None,
        "accertata": accertata_di(trovato),
        "lavoro": _stampa(trovato) if prepara else None,
        "agli_esperti": prepara and not bozza and not contro_l_avviso(trovato, contesto.adesso),
        **_graduatoria(contesto, trovato),
        **termine_di(trovato, contesto.adesso),
        **_per_candidarsi(contesto, trovato),
    }
    return mostra(request, "avvisi/avviso", dati)


@require_POST
def avviso_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of a published call."""
    contesto = request.contesto
    trovato = access.avviso_da_scrivere(contesto, pk)
    if chiedi_stampa(autore=contesto, adesso=contesto.adesso, avviso=trovato) is None:
        messages.info(request, "Non c’è niente da stampare: il PDF c’è già, o è ancora una bozza.")
        return redirect(indirizzo(request, "avviso", pk))
    return fatto(request, "La stampa è pronta fra poco.", "avviso", pk)


def _stampa(avviso: Avviso) -> Any:
    """The print under way; None once it is there."""
    documento = avviso.documento
    if documento is None or documento.impronta:
        return None
    return ultimo_lavoro(avviso.istituto_id, STAMPA, documento.pk)


def _graduatoria(contesto: Contesto, avviso: Avviso) -> dict[str, Any]:
    """The commission in short, the ranking in force, and whether one reads all of it."""
    commissione = in_breve(contesto, avviso)
    siede = commissione is not None and commissione.siede
    return {
        "commissione": commissione,
        "graduatoria": in_vigore(avviso) if avviso.stato != StatoAvviso.BOZZA else None,
        "apre": access.prepara(avviso) or siede,
    }


def _per_candidarsi(contesto: Contesto, avviso: Avviso) -> dict[str, Any]:
    """Whether one may begin to apply, and what one began already."""
    if avviso.stato == StatoAvviso.BOZZA:
        return {"candidabile": False, "mia": None}
    return {
        "candidabile": not contro_la_scrittura(contesto, avviso),
        "mia": mia_per(contesto, avviso),
    }


def termine_di(avviso: Avviso, adesso: datetime) -> dict[str, Any]:
    """Whether the term is over, and the hour of the server while it is near."""
    if avviso.scade is None or avviso.stato != StatoAvviso.PUBBLICATO:
        return {"aperto": False, "scaduto": False}
    si_aspetta = aperto(avviso, adesso)
    vicino = si_aspetta and avviso.scade - adesso <= VICINO
    return {
        "aperto": si_aspetta,
        "scaduto": not si_aspetta,
        "fino_a": al_secondo(avviso.scade),
        "server": al_secondo(adesso) if vicino else "",
    }
