"""The page of the commission of a call: who sits, what each has to do, where the work stands."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.queries import ultimo_lavoro
from selezioni_pon.access import avvisi
from selezioni_pon.access import commissione as access
from selezioni_pon.queries.commissione.membri import candidature_inviate, contro_il_lavoro
from selezioni_pon.queries.commissione.pagina import Quadro, quadro
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.visibili import PREPARANO
from selezioni_pon.services.commissione.carta import STAMPA, chiedi_ristampa
from selezioni_pon.views.comuni import fatto, indirizzo, mostra


@require_safe
def commissione(request: HttpRequest, pk: int) -> HttpResponse:
    """The commission; before it is named, what is waited for."""
    contesto = request.contesto
    avviso, trovata, siede = access.commissione(contesto, pk)
    prepara = avvisi.prepara(avviso)
    dati: dict[str, Any] = {
        "avviso": avviso,
        "commissione": trovata,
        "prepara": prepara,
        "dirige": avvisi.dirige(avviso),
        "siede": siede,
    }
    if trovata is None:
        dati["aperto"] = aperto(avviso, contesto.adesso)
        dati["domande"] = 0 if dati["aperto"] else candidature_inviate(avviso.pk).count()
        return mostra(request, "commissione/senza", dati)
    letto = quadro(trovata)
    dati |= {
        "quadro": letto,
        "contro": contro_il_lavoro(siede, contesto.adesso) if siede else [],
        "lavoro": _stampa(letto) if prepara else None,
        # The sittings are of the organ: a substitute does not sit there.
        "sedute": prepara or (siede is not None and not siede.supplente),
    }
    return mostra(request, "commissione/commissione", dati)


@require_POST
def commissione_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the prints of the acts that are missing."""
    contesto = request.contesto
    trovata = access.con_la_commissione(contesto, pk, *PREPARANO)
    if chiedi_ristampa(autore=contesto, adesso=contesto.adesso, commissione=trovata) is None:
        messages.info(request, "Non c’è niente da stampare: il PDF c’è già.")
        return redirect(indirizzo(request, "commissione", pk))
    return fatto(request, "La stampa è pronta fra poco.", "commissione", pk)


def _stampa(letto: Quadro) -> Any:
    """The print under way; None once it is there."""
    if not letto.da_stampare:
        return None
    documento = letto.da_stampare[-1]
    return ultimo_lavoro(documento.istituto_id, STAMPA, documento.pk)
