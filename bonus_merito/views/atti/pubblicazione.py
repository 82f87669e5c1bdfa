"""What everybody will read, then what everybody reads."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from bonus_merito.access import atti as access
from bonus_merito.documents.prospetto import contenuto
from bonus_merito.enums import Pubblicazione
from bonus_merito.forms.atti import RilettoForm
from bonus_merito.models import Procedura
from bonus_merito.queries.assegnazioni import esiti_di
from bonus_merito.queries.termini import da_pubblicare, pubblicazione_scelta, termine_reclamo
from bonus_merito.services.atti import pubblica_esito
from bonus_merito.services.atti.stampe import STAMPA_CARTA
from bonus_merito.views.comuni import fatto, mostra
from cpia.atti.albo.errori import PubblicazioneRifiutata
from cpia.atti.conflitti import compiuto
from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione

RILETTO = "Ho riletto che cosa si pubblica"
FATTO = "L’esito è all’albo: da domani si contano i giorni per il reclamo."


@require_safe
def pubblicazione(request: HttpRequest, pk: int) -> HttpResponse:
    """What is public; before it is, who directs sees what would be."""
    procedura = access.da_seguire(request.contesto, pk)
    return _pagina(request, procedura, RilettoForm(etichetta=RILETTO))


@require_POST
def pubblica(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the outcome."""
    procedura = access.da_decretare(request.contesto, pk)
    form = RilettoForm(request.POST, etichetta=RILETTO)
    if compiuto(request, form, lambda: _pubblica(request, procedura)):
        return fatto(request, FATTO, "pubblicazione", procedura.pk)
    return _pagina(request, procedura, form)


def _pagina(request: HttpRequest, procedura: Procedura, form: RilettoForm) -> HttpResponse:
    firma = access.decide(procedura)
    scelta, documento = pubblicazione_scelta(procedura), procedura.prospetto
    # Before it is on the albo only who directs may know who has the bonus.
    leggibile = procedura.decretata_il is not None and (documento is not None or firma)
    return mostra(
        request,
        "atti/pubblicazione",
        {
            "procedura": procedura,
            "form": form,
            "da_pubblicare": firma and da_pubblicare(procedura),
            "scelta": scelta,
            "forma": Pubblicazione(str(scelta.valore)).etichetta,
            "anteprima": contenuto(procedura, esiti_di(procedura)) if leggibile else None,
            "termine": termine_reclamo(procedura),
            "documento": documento,
            "lavoro": documento
            and ultimo_lavoro(procedura.istituto_id, STAMPA_CARTA, documento.pk),
        },
    )


def _pubblica(request: HttpRequest, procedura: Procedura) -> None:
    contesto = request.contesto
    try:
        pubblica_esito(autore=contesto, adesso=contesto.adesso, procedura_id=procedura.pk)
    except PubblicazioneRifiutata as rifiuto:
        raise AttoRifiutato(
            [Violazione("albo", v.testo, v.fonte) for v in rifiuto.violazioni]
        ) from rifiuto
