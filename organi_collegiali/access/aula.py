"""Who may touch what in the room of a sitting: each loads the object, or answers 404 or 403."""

from django.http import Http404

from cpia.scuola.access import Contesto
from organi_collegiali.access.sedute import seduta_da_condurre
from organi_collegiali.models import Convocato, Dichiarazione, Intervento, Movimento, Seduta


def convocato_da_chiamare(contesto: Contesto, pk: int) -> Convocato:
    """One of the convened, for who runs the sitting."""
    trovato = Convocato.objects.select_related("persona", "mandato").filter(
        istituto=contesto.istituto, pk=pk
    )
    for convocato in trovato:
        convocato.seduta = seduta_da_condurre(contesto, convocato.seduta_id)
        return convocato
    raise Http404


def movimento_da_correggere(contesto: Contesto, pk: int) -> Movimento:
    """A coming or going, for who runs the sitting."""
    trovato = Movimento.objects.select_related("convocato").filter(
        istituto=contesto.istituto, pk=pk
    )
    for movimento in trovato:
        seduta = seduta_da_condurre(contesto, movimento.convocato.seduta_id)
        movimento.convocato.seduta = seduta
        return movimento
    raise Http404


def intervento_da_dare(contesto: Contesto, pk: int) -> Intervento:
    """A request of the word, for who runs the sitting."""
    trovato = Intervento.objects.select_related("punto").filter(istituto=contesto.istituto, pk=pk)
    for intervento in trovato:
        intervento.punto.seduta = seduta_da_condurre(contesto, intervento.punto.seduta_id)
        return intervento
    raise Http404


def dichiarazione_da_togliere(contesto: Contesto, pk: int) -> Dichiarazione:
    """A statement, for who runs the sitting."""
    trovato = Dichiarazione.objects.select_related("punto").filter(
        istituto=contesto.istituto, pk=pk
    )
    for dichiarazione in trovato:
        dichiarazione.punto.seduta = seduta_da_condurre(contesto, dichiarazione.punto.seduta_id)
        return dichiarazione
    raise Http404


def della_seduta(seduta: Seduta, pk: int) -> Convocato:
    """Somebody whom a form of the room names: one of the convened to it, 404 for anybody else."""
    trovato = Convocato.objects.select_related("persona").filter(
        istituto_id=seduta.istituto_id, seduta=seduta, pk=pk
    )
    for convocato in trovato:
        return convocato
    raise Http404
