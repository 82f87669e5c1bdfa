"""The own outcome, each number with how it was reached."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bonus_merito.access import atti as access
from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Assegnazione, Procedura
from bonus_merito.queries.assegnazioni import esito_di, istanze_proprie
from bonus_merito.queries.esiti import aree_di
from bonus_merito.queries.esito_perche import spiegazione
from bonus_merito.queries.proprie import giudicata
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga, quadro_di
from bonus_merito.queries.termini import giorni_accesso, termine_reclamo
from bonus_merito.rules.istanze import RICORSO
from bonus_merito.views.comuni import mostra


@require_safe
def esito(request: HttpRequest, pk: int) -> HttpResponse:
    """What was decided of the own request, and what one may ask.

    Before the decree, and for who could take part and did not, only what one may ask.
    """
    contesto = request.contesto
    procedura = access.interessata(contesto, pk)
    trovato = esito_di(procedura, contesto.persona.pk)
    chiedere = _chiedere(request, procedura)
    if trovato is None:
        partecipa = giudicata(contesto, procedura) is not None
        return mostra(request, "atti/esito_attesa", chiedere | {"partecipa": partecipa})
    quadro = quadro_di(procedura)
    riga = _riga(quadro, trovato)
    return mostra(
        request,
        "atti/esito",
        {
            "esito": trovato,
            "riga": riga,
            "d_ufficio": riga.richiesta.stato == StatoRichiesta.D_UFFICIO,
            "fascia": quadro.regole.fasce.intervallo(trovato.fascia) if trovato.fascia else "",
            "aree": list(aree_di(riga, quadro)),
            **chiedere,
        },
    )


def _chiedere(request: HttpRequest, procedura: Procedura) -> dict[str, Any]:
    """What may be asked, by when, and what was."""
    contesto = request.contesto
    termine = termine_reclamo(procedura)
    return {
        "procedura": procedura,
        "termine": termine,
        "reclamabile": termine is not None and contesto.oggi <= termine.giorno,
        "giorni": giorni_accesso(procedura),
        "ricorso": RICORSO,
        "istanze": istanze_proprie(procedura, contesto.persona.pk),
    }


@require_safe
def perche(request: HttpRequest, pk: int) -> HttpResponse:
    """Why one figure of the own outcome: fragment of the drawer, or page."""
    procedura, trovato = access.proprio_esito(request.contesto, pk)
    quadro = quadro_di(procedura)
    spiegata = spiegazione(request.GET.get("di", ""), trovato, _riga(quadro, trovato), quadro)
    if spiegata is None:
        raise Http404
    dati = {"procedura": procedura, "perche": spiegata}
    return render(request, "bonus/atti/esito_perche.html", dati)


def _riga(quadro: QuadroDiProcedura, esito: Assegnazione) -> Riga:
    riga = quadro.riga(esito.richiesta_id)
    if riga is None:
        raise Http404
    return riga
