"""What every page of the bonus starts from: a part in the school, a procedure, a request.

404 for who has no part at all, 403 for who has another; ``vesti`` on what is loaded are the parts
that the person has before it.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Attivita, Procedura, Prova, Richiesta
from bonus_merito.queries.visibili import PREPARANO, Veste, vesti, vesti_in
from cpia.scuola.access import Contesto

V = Veste
DELLA_PROCEDURA = (
    "istituto", "fondo__anno_scolastico", "criteri__pubblicazione", "decreto", "prospetto",
    "pubblicazione", "protocollo", "decretata_da",
)  # fmt: skip


def _esige(tenute: frozenset[Veste], ammesse: tuple[Veste, ...]) -> None:
    if not tenute:
        raise Http404
    if ammesse and tenute.isdisjoint(ammesse):
        raise PermissionDenied


def parte(contesto: Contesto, *ammesse: Veste) -> frozenset[Veste]:
    """The parts that somebody has in the bonus of the school, one of these at least."""
    tenute = vesti(contesto)
    _esige(tenute, ammesse)
    return tenute


def procedura(contesto: Contesto, pk: int, *ammesse: Veste) -> Procedura:
    """A procedure before which somebody stands as one of these parts (any, if none)."""
    try:
        trovata = Procedura.objects.select_related(*DELLA_PROCEDURA).get(
            istituto=contesto.istituto, pk=pk
        )
    except Procedura.DoesNotExist:
        raise Http404 from None
    tenute = trovata.vesti = vesti_in(contesto, trovata)
    _esige(tenute, ammesse)
    return trovata


def richiesta(contesto: Contesto, pk: int, *ammesse: Veste) -> Richiesta:
    """A request before which somebody stands as one of these parts.

    Another teacher, or the Comitato, has none before the request of somebody else; what was not
    sent yet is of who writes it alone.
    """
    try:
        trovata = Richiesta.objects.select_related(
            "persona", *(f"procedura__{nome}" for nome in DELLA_PROCEDURA)
        ).get(istituto=contesto.istituto, pk=pk)
    except Richiesta.DoesNotExist:
        raise Http404 from None
    di_procedura = trovata.procedura.vesti = vesti_in(contesto, trovata.procedura)
    davanti: set[Veste] = set()
    if trovata.stato != StatoRichiesta.BOZZA:
        davanti |= set(PREPARANO)
    if trovata.persona_id == contesto.persona.pk:
        davanti.add(V.PARTECIPA)
    tenute = trovata.vesti = di_procedura & davanti
    _esige(tenute, ammesse)
    return trovata


def attivita(contesto: Contesto, pk: int, *ammesse: Veste) -> Attivita:
    """A declared activity, with its request, before which somebody stands as one of these."""
    try:
        trovata = Attivita.objects.select_related("criterio__area").get(
            istituto=contesto.istituto, pk=pk
        )
    except Attivita.DoesNotExist:
        raise Http404 from None
    trovata.richiesta = richiesta(contesto, trovata.richiesta_id, *ammesse)
    return trovata


def prova(contesto: Contesto, pk: int, *ammesse: Veste) -> Prova:
    """The evidence of an activity, with the activity, for who stands before it as one of these."""
    try:
        trovata = Prova.objects.select_related("atto").get(istituto=contesto.istituto, pk=pk)
    except Prova.DoesNotExist:
        raise Http404 from None
    trovata.attivita = attivita(contesto, trovata.attivita_id, *ammesse)
    return trovata
