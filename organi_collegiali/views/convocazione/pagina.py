"""The screen of a draft, whole or only the pieces that an act changes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import trigger_client_event

from cpia.norme.errori import AttoRifiutato
from organi_collegiali.access.riserbo import copri
from organi_collegiali.documents.anteprima_avviso import anteprima
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.forms.bozze import BozzaForm, come_letti, iniziali
from organi_collegiali.forms.punti import TitoloForm
from organi_collegiali.models import Seduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.queries.numeri import SEDUTE, prossimo_previsto, serie_di
from organi_collegiali.rules import nomi
from organi_collegiali.services.convocazione.bozze import DatiSeduta

# Said only at the foot, beside the act that they keep shut: nobody has made a mistake yet.
NON_ANCORA = {"senza_giorno", "senza_luogo", "senza_punti", "senza_componenti", "senza_motivo"}


def contesto_pagina(request: HttpRequest, seduta: Seduta, **altro: Any) -> dict[str, Any]:
    """What the templates of the screen ask for."""
    bozza = queries.bozza(seduta, request.contesto.adesso)
    rinviati = len(queries.da_riprendere(seduta.organo, bozza.punti))
    copri(request.contesto, seduta, bozza.punti)
    tenuti = DatiSeduta.di(seduta)
    foglio = anteprima(bozza)
    pagina = {
        "seduta": seduta,
        "bozza": bozza,
        "termine": bozza.termine,
        "mancano": bozza.mancano,
        "anteprima": foglio,
        "di_chi_firma": foglio.di_chi,
        "voto_persone": bozza.termini.regole.voto_su_persone(seduta.platea).valore.etichetta,
        "rinviati": rinviati,
        "letti": come_letti(tenuti),
        "form": BozzaForm(
            initial=_con_ora(iniziali(tenuti), bozza),
            organo=seduta.organo,
            oggi=request.contesto.oggi,
        ),
        "nuovo": TitoloForm(auto_id="nuovo-%s"),
        "passi": _passi(request, seduta),
        "dell_organo": nomi.di(seduta.organo.nome),
        "numero": numero_previsto(bozza),
        "modificabile": seduta.stato == StatoSeduta.BOZZA,
    } | altro
    pagina["errori"] = _errori(pagina["form"], bozza)
    # What cannot be kept is not yet in what is judged: the panel says so.
    pagina["da_correggere"] = bool(pagina["form"].errors)
    return pagina


def mostra(request: HttpRequest, seduta: Seduta, *, stato: int = 200, **altro: Any) -> HttpResponse:
    """The whole screen."""
    pagina = contesto_pagina(request, seduta, **altro)
    return render(request, "organi/convocazione/prepara.html", pagina, status=stato)


def pezzo(
    request: HttpRequest, seduta: Seduta, quale: str, *, stato: int = 200, **altro: Any
) -> HttpResponse:
    """After an act: the piece asked for and, out of band, all that follows from it.

    Without a script the whole screen again, by a redirect when all went well.
    """
    if not request.htmx:
        if stato == 200:
            return redirect("organi:prepara", request.contesto.istituto.slug, seduta.pk)
        return mostra(request, seduta, stato=stato, **altro)
    pagina = contesto_pagina(request, seduta, pezzo=quale, scambio=True, **altro)
    risposta = render(request, "organi/convocazione/_scambio.html", pagina, status=stato)
    if annuncio := altro.get("annuncio"):
        trigger_client_event(risposta, "annuncia", {"value": annuncio})
    return risposta


def messaggio(rifiuto: AttoRifiutato) -> str:
    """All that is against an act, in one paragraph."""
    return " ".join(violazione.testo for violazione in rifiuto.violazioni)


def _con_ora(valori: dict[str, Any], bozza: queries.Bozza) -> dict[str, Any]:
    """Propose the hour of the last sitting while there is no day."""
    if valori["giorno"] is None:
        valori["ora"] = queries.ora_solita(bozza.seduta.organo)
    return valori


def _errori(form: BozzaForm, bozza: queries.Bozza) -> dict[str, list[str]]:
    """What is wrong at each field: what cannot be kept, or what would keep it from leaving."""
    errori: dict[str, list[str]] = {nome: list(form.errors.get(nome, [])) for nome in form.fields}
    for violazione in bozza.mancano:
        if violazione.codice not in NON_ANCORA and not errori.get(violazione.campo, True):
            errori[violazione.campo].append(violazione.testo)
    return errori


def numero_previsto(bozza: queries.Bozza) -> int:
    """The number that the sitting would take now. One query."""
    organo, giorno = bozza.seduta.organo, bozza.termine.scelto.seduta if bozza.termine else None
    regole = bozza.termini.regole
    serie = serie_di(organo, SEDUTE, giorno or bozza.termini.oggi, regole)
    return prossimo_previsto(organo, SEDUTE, serie)


def _passi(request: HttpRequest, seduta: Seduta) -> list[dict[str, Any]]:
    """The three steps: this page is the first, the card of the sitting has the others."""
    slug, alla_firma = request.contesto.istituto.slug, seduta.stato == StatoSeduta.ALLA_FIRMA
    poi = reverse("organi:seduta", args=[slug, seduta.pk]) if alla_firma else ""
    return [
        {
            "testo": "1. Preparare",
            "stato": "fatto" if alla_firma else "in-corso",
            "url": reverse("organi:prepara", args=[slug, seduta.pk]),
            "attiva": True,
        },
        {"testo": "2. Firma", "stato": "in-corso" if alla_firma else "da-fare", "url": poi},
        {"testo": "3. Protocollo, invio e albo", "stato": "da-fare"},
    ]
