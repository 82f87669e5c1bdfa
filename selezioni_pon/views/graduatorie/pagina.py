"""The ranking of a call: what comes next, who is where, what changed."""

from collections.abc import Iterator
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.queries import ultimo_lavoro
from cpia.scuola.esportazione import esporta
from selezioni_pon.access import graduatorie as access
from selezioni_pon.models import Graduatoria
from selezioni_pon.queries.graduatorie.quadro import Quadro, punti_pubblici, quadro_di
from selezioni_pon.services.graduatorie.carta import chiedi_stampa
from selezioni_pon.services.graduatorie.stampe import STAMPA
from selezioni_pon.views.commissione.comuni import dopo_la_dichiarazione
from selezioni_pon.views.comuni import fatto, mostra
from selezioni_pon.views.graduatorie.righe import mostrate

INTESTAZIONE: Final = ("Posizione", "Cognome e nome", "Punti", "Escluso perché", "Fonte")
DA_PUBBLICARE: Final = ("Posizione", "Cognome e nome", "Punti")


@require_safe
@dopo_la_dichiarazione
def graduatoria(request: HttpRequest, pk: int) -> HttpResponse:
    """As it stands: the proposal if there is one, else the version in force."""
    sguardo = access.graduatoria(request.contesto, pk)
    return _pagina(request, sguardo, None)


@require_safe
@dopo_la_dichiarazione
def versione(request: HttpRequest, pk: int) -> HttpResponse:
    """One version, also one that another has taken the place of."""
    sguardo, trovata = access.versione(request.contesto, pk)
    return _pagina(request, sguardo, trovata)


@require_POST
@dopo_la_dichiarazione
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of a published version."""
    contesto = request.contesto
    sguardo, trovata = access.versione(contesto, pk)
    lavoro = chiedi_stampa(autore=contesto, adesso=contesto.adesso, graduatoria=trovata)
    detto = "La stampa è pronta fra poco." if lavoro else "Non c’è niente da stampare."
    return fatto(request, detto, "graduatoria", sguardo.avviso.pk)


@require_safe
@dopo_la_dichiarazione
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """The score of one, opened: fragment of the drawer, or page; for who reads the points."""
    riga = access.riga(request.contesto, pk)
    graduatoria = riga.graduatoria
    dati = {"graduatoria": graduatoria, "riga": riga, "avviso": graduatoria.avviso, "altrui": True}
    return render(request, "selezioni/graduatorie/perche.html", dati)


def _pagina(
    request: HttpRequest, sguardo: access.Sguardo, scelta: Graduatoria | None
) -> HttpResponse:
    contesto, avviso = request.contesto, sguardo.avviso
    quadro = quadro_di(avviso, contesto.oggi, punti=sguardo.punti, mostrata=scelta)
    con_punti = sguardo.punti or punti_pubblici(avviso)
    file = esporta(
        request, nome="graduatoria", titolo="Graduatoria",
        intestazione=INTESTAZIONE if sguardo.punti else DA_PUBBLICARE,
        righe=_righe(quadro, sguardo, con_punti=con_punti), personale=True,
    )  # fmt: skip
    if file is not None:
        return file
    dati = {
        "avviso": avviso,
        "sguardo": sguardo,
        "quadro": quadro,
        "con_punti": con_punti,
        "scelta": scelta,
        "lavoro": _stampa(quadro.mostrata),
        **mostrate(request, quadro, punti=sguardo.punti),
    }
    return mostra(request, "graduatorie/graduatoria", dati)


def _righe(
    quadro: Quadro, sguardo: access.Sguardo, *, con_punti: bool
) -> Iterator[tuple[Any, ...]]:
    nomi = quadro.nomi
    for riga in quadro.righe:
        if riga.posizione is None and not sguardo.punti:
            continue
        punti = riga.punti if con_punti and riga.posizione is not None else None
        sua = (riga.posizione, nomi[str(riga.invio.candidatura_id)], punti)
        yield (*sua, riga.escluso_per, riga.fonte) if sguardo.punti else sua


def _stampa(graduatoria: Graduatoria | None) -> Any:
    """The print under way; None once it is there."""
    documento = graduatoria.documento if graduatoria else None
    if documento is None or documento.impronta:
        return None
    return ultimo_lavoro(documento.istituto_id, STAMPA, documento.pk)
