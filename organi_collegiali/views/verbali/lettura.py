"""The page of some minutes: the words as they are, where they stand, what comes next."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cpia.avvisi.queries import ultimo_lavoro
from organi_collegiali.access import verbali as access
from organi_collegiali.documents.testo_verbale import ometti, testo_verbale
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.forms.verbali import FirmaForm, PubblicaForm, RilievoForm
from organi_collegiali.models import Anomalia, Rilievo, Seduta, Verbale
from organi_collegiali.queries.riserbo import riservato
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.queries.verbali.materia import Materia, materia
from organi_collegiali.queries.verbali.scadenze import copie_mandate
from organi_collegiali.rules.verbali.stati_verbale import verifica_rilievo
from organi_collegiali.services.verbali.carte_verbali import STAMPA


@require_safe
def verbale(request: HttpRequest, pk: int) -> HttpResponse:
    """Some minutes."""
    return pagina(request, access.verbale(request.contesto, pk))


@require_safe
def della_seduta(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead from a sitting to its minutes."""
    trovato = access.verbale_della_seduta(request.contesto, pk)
    return redirect("organi:verbale", request.contesto.istituto.slug, trovato.pk)


def pagina(
    request: HttpRequest, trovato: Verbale, *, stato: int = 200, rifiuto: str = "", **altro: Any
) -> HttpResponse:
    """The page, with why an act was refused and what had been typed for it."""
    di_che_cosa = materia(trovato)
    dati = _dati(request, di_che_cosa) | {"rifiuto": rifiuto} | altro
    return render(request, "organi/verbali/verbale.html", dati, status=stato)


def _dati(request: HttpRequest, di_che_cosa: Materia) -> dict[str, Any]:
    contesto, trovato = request.contesto, di_che_cosa.verbale
    testo, dove = testo_verbale(di_che_cosa), queries.stato_di(trovato)
    intero = access.intero(contesto, trovato)
    if not intero:
        testo = ometti(testo)
    prossima = queries.seduta_successiva(trovato.seduta)
    commenta = access.commenta(contesto, trovato)
    punti = queries.punti(trovato)
    return {
        "verbale": trovato,
        "seduta": trovato.seduta,
        "testo": testo,
        "dove": dove,
        "passi": _passi(trovato),
        "rilievi": _leggibili(queries.rilievi(trovato), trovato.seduta, intero=intero),
        "anomalie": _leggibili(queries.anomalie(trovato.seduta), trovato.seduta, intero=intero),
        "scrive": access.scrive(contesto, trovato),
        "pubblica": access.pubblica(contesto, trovato),
        "deve_firmare": _deve_firmare(request, trovato),
        "commenta": commenta and not verifica_rilievo(dove, contesto.adesso, "si può"),
        "rilievo_form": RilievoForm(punti=punti),
        "firma_form": FirmaForm(initial={"impronta": testo.impronta}),
        "pubblica_form": PubblicaForm(punti=queries.punti_su_persone(trovato)),
        "prossima": prossima,
        "deposito": queries.deposito(trovato, prossima),
        "copia": queries.termine_della_copia(trovato.seduta),
        "copia_mandata": copie_mandate(trovato.istituto_id, [trovato.pk]).get(trovato.pk),
        "da_pubblicare_prima": queries.prima_di_convocare(trovato),
        "pubblicazione_entro": queries.pubblicazione_entro(trovato),
        "rilievo_deciso": 0,
        "risposta_scritta": "",
        "lavoro": ultimo_lavoro(trovato.istituto_id, STAMPA, trovato.pk),
    }


def _leggibili(
    righe: Iterable[Rilievo] | Iterable[Anomalia], seduta: Seduta, *, intero: bool
) -> list[Rilievo | Anomalia]:
    """What was remarked and found; on reserved items only for who reads them."""
    return [r for r in righe if intero or not (r.punto and riservato(r.punto, seduta))]


def _deve_firmare(request: HttpRequest, trovato: Verbale) -> bool:
    if trovato.stato != StatoVerbale.APPROVATO:
        return False
    io, seduta = request.contesto.persona.pk, trovato.seduta
    da_presidente = io == seduta.presiede_id and not trovato.firma_presidente_il
    da_segretario = io == seduta.verbalizza_id and not trovato.firma_segretario_il
    return da_presidente or da_segretario


def _passi(trovato: Verbale) -> list[dict[str, str]]:
    """The five states as steps: done, now, to do."""
    stati = list(StatoVerbale)
    posto = stati.index(StatoVerbale(trovato.stato))
    glifi = ["fatto"] * posto + ["in-corso"] + ["da-fare"] * (len(stati) - posto - 1)
    if trovato.stato == StatoVerbale.PUBBLICATO:
        glifi[-1] = "fatto"
    return [
        {"stato": glifo, "testo": stato.etichetta.capitalize()}
        for glifo, stato in zip(glifi, stati, strict=True)
    ]
