"""Who asks, writes the own grid, reads its evidence; of office it is who directs."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from bonus_merito.access import base
from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Attivita, Procedura, Prova, Richiesta
from bonus_merito.queries.proprie import CONCORRONO, scritta
from bonus_merito.queries.visibili import Veste
from cpia.scuola.access import Contesto

V, S = Veste, StatoRichiesta


def mia(contesto: Contesto, pk: int) -> tuple[Procedura, Richiesta | None]:
    """A procedure in which one may take part, or does, with the own request if it was begun.

    Never the row of office: that is of who directs.
    """
    procedura = base.procedura(contesto, pk, V.INTERESSATO, V.PARTECIPA)
    trovata = scritta(contesto, procedura)
    if trovata is not None:
        trovata.procedura = procedura
        trovata.vesti = frozenset({V.PARTECIPA})
    return procedura, trovata


def propria_di(contesto: Contesto, pk: int) -> Richiesta:
    """The own request in a procedure; 404 when there is none."""
    _, trovata = mia(contesto, pk)
    if trovata is None:
        raise Http404
    return trovata


def _scrive(trovata: Richiesta) -> None:
    """The owner writes the own; who directs, where it is of office."""
    d_ufficio = trovata.stato == S.D_UFFICIO.value
    giusta = V.DIRIGENTE if d_ufficio else V.PARTECIPA
    if giusta not in trovata.vesti:
        raise PermissionDenied


def da_scrivere(contesto: Contesto, pk: int) -> Richiesta:
    """A request whose grid one writes."""
    trovata = base.richiesta(contesto, pk)
    _scrive(trovata)
    return trovata


def attivita_da_scrivere(contesto: Contesto, pk: int) -> Attivita:
    """An activity that one writes."""
    trovata = base.attivita(contesto, pk)
    _scrive(trovata.richiesta)
    return trovata


def prova_da_scrivere(contesto: Contesto, pk: int) -> Prova:
    """A piece of evidence that one takes off."""
    trovata = base.prova(contesto, pk)
    _scrive(trovata.attivita.richiesta)
    return trovata


def prova_da_leggere(contesto: Contesto, pk: int) -> Prova:
    """The evidence of an activity, for who declared it and for who directs once it was sent."""
    trovata = base.prova(contesto, pk)
    _legge(trovata.attivita.richiesta)
    return trovata


def _legge(trovata: Richiesta) -> None:
    if V.PARTECIPA in trovata.vesti and trovata.stato != S.D_UFFICIO.value:
        return
    if V.DIRIGENTE not in trovata.vesti or trovata.stato not in CONCORRONO:
        raise PermissionDenied
