"""Who may do what at a sitting: each function loads it, or answers 404 or 403.

Of what is reserved only who sits reads anything, but for the office until the notice leaves: the
rule is in ``queries.riserbo``, and an item comes from here covered for who may not read it.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.access import riserbo
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Convocato, Punto, Seduta
from organi_collegiali.queries import riserbo as queries
from organi_collegiali.queries.cariche import prepara, puo_presiedere, tiene_i_verbali

IN_PREPARAZIONE = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA)


def _seduta(contesto: Contesto, pk: int) -> Seduta:
    try:
        return Seduta.objects.select_related(
            "organo__classe__corso", "presiede", "verbalizza", "preparata_da", "segue"
        ).get(istituto=contesto.istituto, pk=pk)
    except Seduta.DoesNotExist:
        raise Http404 from None


def convocato_di(contesto: Contesto, seduta: Seduta) -> Convocato | None:
    """The place of the person at a sitting, if he or she was convened. One query."""
    return (
        Convocato.objects.select_related("persona", "mandato")
        .filter(istituto=contesto.istituto, seduta=seduta, persona=contesto.persona)
        .first()
    )


def conduce(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the person runs the sitting: who presides, who writes, the dirigente.

    Before it opens also who may sign for the organ, and its secretary, who calls the roll. The
    office does not sit: it prepares.
    """
    if contesto.persona.pk in (seduta.presiede_id, seduta.verbalizza_id):
        return True
    if contesto.ha(Ruolo.DIRIGENTE):
        return True
    if puo_presiedere(contesto, seduta.organo):
        # Whoever was replaced, or came to the charge afterwards, does not sit in this one.
        return seduta.stato not in queries.TENUTE or riserbo.vede(contesto, seduta)
    return seduta.stato == StatoSeduta.CONVOCATA and tiene_i_verbali(contesto, seduta.organo)


def seduta(contesto: Contesto, pk: int) -> Seduta:
    """A sitting that the person may look at: who prepares it, who is convened to it.

    The convened see it once it is convened, as long as they sit or if they were there, who is
    invited until its end; a draft is of the office and of who signs.
    """
    trovata = _seduta(contesto, pk)
    if trovata.stato not in IN_PREPARAZIONE and riserbo.vede(contesto, trovata):
        return trovata
    if prepara(contesto) and not _chiusa_agli_altri(contesto, trovata):
        return trovata
    if conduce(contesto, trovata):
        return trovata
    raise Http404


def _chiusa_agli_altri(contesto: Contesto, seduta: Seduta) -> bool:
    """Whether the office sees no more of it: what is said at a reserved sitting is of who sits."""
    aperta = seduta.stato not in (*IN_PREPARAZIONE, StatoSeduta.CONVOCATA)
    return seduta.riservata and aperta and not riserbo.legge(contesto, seduta)


def seduta_da_preparare(contesto: Contesto, pk: int) -> Seduta:
    """A sitting to draft and convene; 403 for who only sits in it."""
    trovata = seduta(contesto, pk)
    if not (prepara(contesto) or puo_presiedere(contesto, trovata.organo)):
        raise PermissionDenied
    return trovata


def seduta_da_firmare(contesto: Contesto, pk: int) -> Seduta:
    """A sitting whose notices the person may sign; 403 for who may only prepare them."""
    trovata = seduta(contesto, pk)
    if not puo_presiedere(contesto, trovata.organo):
        raise PermissionDenied
    return trovata


def seduta_da_condurre(contesto: Contesto, pk: int) -> Seduta:
    """A sitting that the person runs: president, who writes the minutes, dirigente."""
    trovata = seduta(contesto, pk)
    if not conduce(contesto, trovata):
        raise PermissionDenied
    return trovata


def seduta_da_condurre_o_preparare(contesto: Contesto, pk: int) -> Seduta:
    """A sitting that the person runs or prepares: not who only sits in it."""
    trovata = seduta(contesto, pk)
    if not (prepara(contesto) or conduce(contesto, trovata)):
        raise PermissionDenied
    return trovata


def posto(contesto: Contesto, pk: int) -> Convocato:
    """The own place at a sitting that is convened, open or closed."""
    trovata = _seduta(contesto, pk)
    convocato = convocato_di(contesto, trovata)
    if convocato is None or trovata.stato in IN_PREPARAZIONE:
        raise Http404
    if not riserbo.vede(contesto, trovata):
        raise Http404
    convocato.seduta = trovata
    return convocato


def punto_da_condurre(contesto: Contesto, pk: int) -> Punto:
    """An item of a sitting that the person runs."""
    trovato = _punto(contesto, pk)
    trovato.seduta = seduta_da_condurre(contesto, trovato.seduta_id)
    return trovato


def punto_da_preparare(contesto: Contesto, pk: int) -> Punto:
    """An item of a sitting that the person prepares, covered if it is not for him or her."""
    trovato = _punto(contesto, pk)
    trovato.seduta = seduta_da_preparare(contesto, trovato.seduta_id)
    riserbo.copri(contesto, trovato.seduta, [trovato])
    return trovato


def punto_da_scrivere(contesto: Contesto, pk: int) -> Punto:
    """An item whose words the person changes: 404 where they are not to be read."""
    trovato = punto_da_preparare(contesto, pk)
    if trovato.coperto:
        raise Http404
    return trovato


def _punto(contesto: Contesto, pk: int) -> Punto:
    try:
        return Punto.objects.get(istituto=contesto.istituto, pk=pk)
    except Punto.DoesNotExist:
        raise Http404 from None
