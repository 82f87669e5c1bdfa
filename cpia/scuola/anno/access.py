"""Who may look at the school years and who may make them pass."""

from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Classe

COMPIE = Ruolo.SEGRETERIA_DIDATTICA
LEGGONO = (COMPIE, Ruolo.DIRIGENTE, Ruolo.COLLABORATORE)


def esige_lettura(contesto: Contesto) -> None:
    """Raise 403 unless the person may look: segreteria didattica, dirigente, collaboratore."""
    contesto.esige(*LEGGONO)


def anno(contesto: Contesto, pk: int) -> AnnoScolastico:
    """A school year to look at."""
    esige_lettura(contesto)
    trovato = AnnoScolastico.objects.filter(istituto=contesto.istituto, pk=pk).first()
    if trovato is None:
        raise Http404
    return trovato


def anno_da_passare(contesto: Contesto, pk: int) -> AnnoScolastico:
    """A school year, for the segreteria didattica that makes it pass."""
    trovato = anno(contesto, pk)
    contesto.esige(COMPIE)
    return trovato


def classe(contesto: Contesto, pk: int) -> Classe:
    """A class of any year with all that is in it."""
    esige_lettura(contesto)
    trovata = (
        Classe.objects.filter(istituto=contesto.istituto, pk=pk)
        .select_related("corso", "sede", "anno_scolastico")
        .first()
    )
    if trovata is None:
        raise Http404
    return trovata
