"""What hangs on a draft: who prepares the sitting may change it, the others find nothing."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.access import riserbo
from organi_collegiali.access.organi import organo
from organi_collegiali.access.sedute import punto_da_preparare
from organi_collegiali.models import Allegato, Mozione, OrganoCollegiale, Richiesta
from organi_collegiali.queries.cariche import prepara, puo_presiedere
from organi_collegiali.queries.convocazione import richieste as queries


def allegato_da_preparare(contesto: Contesto, pk: int) -> Allegato:
    """Something on file for an item of a sitting that the person prepares, covered like it."""
    try:
        trovato = Allegato.objects.get(istituto=contesto.istituto, pk=pk)
    except Allegato.DoesNotExist:
        raise Http404 from None
    trovato.punto = punto_da_preparare(contesto, trovato.punto_id)
    riserbo.copri_allegato(contesto, trovato)
    return trovato


def organo_da_convocare(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """An organ whose sittings the person prepares: the office, the direction, who presides."""
    trovato = organo(contesto, pk)
    if not convoca(contesto, trovato):
        raise PermissionDenied
    return trovato


def convoca(contesto: Contesto, trovato: OrganoCollegiale) -> bool:
    """Whether the person prepares the sittings of an organ. One query at most."""
    return prepara(contesto) or puo_presiedere(contesto, trovato)


def richiesta_da_convocare(contesto: Contesto, pk: int) -> Richiesta:
    """A request for which the person may prepare the sitting; 403 for who only sits there."""
    trovata = queries.richiesta(contesto.istituto.pk, pk)
    if trovata is None:
        raise Http404
    trovata.organo = organo_da_convocare(contesto, trovata.organo_id)
    return trovata


def organo_dove_si_presenta(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """An organ where the person may present a motion: who sits in it and votes."""
    trovato = organo(contesto, pk)
    if not presenta(contesto, trovato):
        raise PermissionDenied
    return trovato


def presenta(contesto: Contesto, trovato: OrganoCollegiale) -> bool:
    """Whether the person sits in the organ today and votes. One query."""
    votano = queries.possono_firmare(trovato, contesto.oggi)
    return votano.filter(persona=contesto.persona).exists()


def mozione(contesto: Contesto, pk: int) -> Mozione:
    """A motion, for who sits in the organ and for who works for it."""
    trovata = queries.mozione(contesto.istituto.pk, pk)
    if trovata is None:
        raise Http404
    trovata.organo = organo(contesto, trovata.organo_id)
    return trovata


def risponde(contesto: Contesto, trovato: OrganoCollegiale) -> bool:
    """Whether the person answers the members' questions: who presides, the dirigente."""
    return contesto.ha(Ruolo.DIRIGENTE) or puo_presiedere(contesto, trovato)


def mozione_da_rispondere(contesto: Contesto, pk: int) -> Mozione:
    """A motion that the person may answer; 403 for who may only read it."""
    trovata = mozione(contesto, pk)
    if not risponde(contesto, trovata.organo):
        raise PermissionDenied
    return trovata
