"""Who decrees, publishes, answers; who reads the own outcome."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from bonus_merito.access import base
from bonus_merito.models import Assegnazione, Istanza, Procedura
from bonus_merito.queries.assegnazioni import esito_di
from bonus_merito.queries.visibili import INTERESSATI, PREPARANO, Veste, segue
from cpia.scuola.access import Contesto

V = Veste


def da_decretare(contesto: Contesto, pk: int) -> Procedura:
    """A procedure, for who directs."""
    return base.procedura(contesto, pk, V.DIRIGENTE)


def da_seguire(contesto: Contesto, pk: int) -> Procedura:
    """A procedure, for who prepares it: who directs and the office."""
    return base.procedura(contesto, pk, *PREPARANO)


def propria(contesto: Contesto, pk: int) -> Procedura:
    """A procedure in which the person has asked."""
    return base.procedura(contesto, pk, V.PARTECIPA)


def interessata(contesto: Contesto, pk: int) -> Procedura:
    """A procedure that was opened, for who could take part in it or did."""
    return base.procedura(contesto, pk, *INTERESSATI)


def proprio_esito(contesto: Contesto, pk: int) -> tuple[Procedura, Assegnazione]:
    """The own outcome with its procedure; 404 before the decree."""
    procedura = propria(contesto, pk)
    esito = esito_di(procedura, contesto.persona.pk)
    if esito is None:
        raise Http404
    return procedura, esito


def decide(procedura: Procedura) -> bool:
    """Whether who loaded it directs there, and so reads judgements and amounts."""
    return V.DIRIGENTE in procedura.vesti


def istanza_da_rispondere(contesto: Contesto, pk: int) -> Istanza:
    """What somebody asked, for who directs; 403 for the office and for who asked."""
    try:
        trovata = Istanza.objects.select_related("persona", "protocollo", "documento").get(
            istituto=contesto.istituto, pk=pk
        )
    except Istanza.DoesNotExist:
        raise Http404 from None
    procedura = base.procedura(contesto, trovata.procedura_id)
    if V.DIRIGENTE not in procedura.vesti:
        # Who does not follow it, or competes in it, must not learn that somebody complained.
        if not segue(procedura) and trovata.persona_id != contesto.persona.pk:
            raise Http404
        raise PermissionDenied
    trovata.procedura = procedura
    return trovata
