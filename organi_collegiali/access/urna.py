"""Who may put a ballot in a box and who may open it: each loads the vote, or answers 404 or 403."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from organi_collegiali.access import sedute
from organi_collegiali.enums import FormaVotazione, ModoVotazione, NaturaPunto
from organi_collegiali.models import Convocato, Punto, Votazione


def votazione_da_votare(contesto: Contesto, pk: int) -> tuple[Votazione, Convocato]:
    """A vote by box of a sitting in which the person sits; 403 for who sits without a vote."""
    votazione = _segreta(contesto, pk, ModoVotazione.URNA)
    convocato = sedute.posto(contesto, votazione.punto.seduta_id)
    if not convocato.con_voto:
        raise PermissionDenied
    return votazione, convocato


def urna_da_aprire(contesto: Contesto, pk: int) -> Votazione:
    """A vote by box of a sitting that the person runs; 403 for who only sits in it."""
    return _da_condurre(contesto, _segreta(contesto, pk, ModoVotazione.URNA))


def schede_da_contare(contesto: Contesto, pk: int) -> Votazione:
    """A vote on paper of a sitting that the person runs; 403 for who only sits in it."""
    return _da_condurre(contesto, _segreta(contesto, pk, ModoVotazione.SCHEDE))


def segreta_da_condurre(contesto: Contesto, pk: int) -> Votazione:
    """A secret vote, by box or on paper, of a sitting that the person runs."""
    return _da_condurre(contesto, _segreta(contesto, pk, *ModoVotazione))


def punto_da_eleggere(contesto: Contesto, pk: int) -> Punto:
    """An item at which persons are elected, of a sitting that the person runs."""
    punto = sedute.punto_da_condurre(contesto, pk)
    if punto.natura != NaturaPunto.ELEZIONE:
        raise Http404
    return punto


def _da_condurre(contesto: Contesto, votazione: Votazione) -> Votazione:
    votazione.punto.seduta = sedute.seduta_da_condurre(contesto, votazione.punto.seduta_id)
    return votazione


def _segreta(contesto: Contesto, pk: int, *modi: ModoVotazione) -> Votazione:
    try:
        return Votazione.objects.select_related("punto__seduta__organo", "segue", "presiede").get(
            istituto=contesto.istituto, pk=pk, forma=FormaVotazione.SEGRETA, modo__in=modi
        )
    except Votazione.DoesNotExist:
        raise Http404 from None
