"""Who may run a vote, and who may look at one: each function loads it, or answers 404 or 403."""

from django.http import Http404

from cpia.scuola.access import Contesto
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.enums import StatoVotazione
from organi_collegiali.models import Convocato, Punto, Votazione


def _votazione(contesto: Contesto, pk: int) -> Votazione:
    try:
        return Votazione.objects.select_related("punto", "segue", "presiede").get(
            istituto=contesto.istituto, pk=pk
        )
    except Votazione.DoesNotExist:
        raise Http404 from None


def votazione_da_condurre(contesto: Contesto, pk: int) -> Votazione:
    """A vote of a sitting that the person runs; 403 for who may only look at it."""
    trovata = _votazione(contesto, pk)
    trovata.punto.seduta = sedute.seduta_da_condurre(contesto, trovata.punto.seduta_id)
    return trovata


def votazione_proclamata(contesto: Contesto, pk: int) -> Votazione:
    """A vote whose result the person may read: proclaimed, or closed for who runs the sitting."""
    trovata = _votazione(contesto, pk)
    trovata.punto.seduta = seduta = sedute.seduta(contesto, trovata.punto.seduta_id)
    riserbo.esige_punto(contesto, trovata.punto)
    if trovata.stato == StatoVotazione.PROCLAMATA:
        return trovata
    if trovata.stato == StatoVotazione.CHIUSA and sedute.conduce(contesto, seduta):
        return trovata
    raise Http404


def votazione_dal_posto(contesto: Contesto, pk: int) -> tuple[Votazione, Convocato]:
    """A vote of a sitting at which the person has a place, and that place."""
    trovata = _votazione(contesto, pk)
    convocato = sedute.posto(contesto, trovata.punto.seduta_id)
    trovata.punto.seduta = convocato.seduta
    return trovata, convocato


def punto_dal_posto(contesto: Contesto, pk: int) -> tuple[Punto, Convocato]:
    """An item of a sitting at which the person has a place, covered if need be, and the place."""
    trovato = Punto.objects.filter(istituto=contesto.istituto, pk=pk).first()
    if trovato is None:
        raise Http404
    convocato = sedute.posto(contesto, trovato.seduta_id)
    trovato.seduta = convocato.seduta
    riserbo.copri(contesto, trovato.seduta, [trovato])
    return trovato, convocato
