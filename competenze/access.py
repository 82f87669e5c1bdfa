"""Who may do what in the campaign: each function loads the object, or answers 404 or 403.

What does not exist, what belongs to another institute and what is not one's own to know about
all answer 404; what one may read but not do answers 403.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from competenze.models import ClasseRilevata, Inserimento, Rilevazione
from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo

LEGGONO_TUTTO = (Ruolo.DIRIGENTE, Ruolo.COLLABORATORE)
SEGRETERIA = (Ruolo.SEGRETERIA_DIDATTICA,)


def _inserimento(contesto: Contesto, pk: int) -> Inserimento:
    try:
        return Inserimento.objects.select_related(
            "classe_rilevata__rilevazione",
            "classe_rilevata__classe__corso",
            "classe_rilevata__classe__sede",
            "cattedra__disciplina",
            "cattedra__gruppo",
            "registrato_da",
        ).get(istituto=contesto.istituto, pk=pk)
    except Inserimento.DoesNotExist:
        raise Http404 from None


def _rilevata(contesto: Contesto, pk: int) -> ClasseRilevata:
    try:
        return ClasseRilevata.objects.select_related(
            "rilevazione__anno_scolastico", "classe__corso", "classe__sede", "congelata_da"
        ).get(istituto=contesto.istituto, pk=pk)
    except ClasseRilevata.DoesNotExist:
        raise Http404 from None


def inserimento_proprio(contesto: Contesto, pk: int) -> Inserimento:
    """The entry of a subject that the person teaches today: to fill it in and to register it."""
    inserimento = _inserimento(contesto, pk)
    if inserimento.cattedra_id not in contesto.cattedre:
        raise Http404
    return inserimento


def inserimento_leggibile(contesto: Contesto, pk: int) -> Inserimento:
    """The entry of a subject that the person teaches, also while somebody else acts in it."""
    inserimento = _inserimento(contesto, pk)
    if inserimento.cattedra_id not in contesto.cattedre | contesto.cattedre_sospese:
        raise Http404
    return inserimento


def in_sospeso(contesto: Contesto, inserimento: Inserimento) -> bool:
    """Whether the person only reads this entry, because today somebody else acts in it."""
    return inserimento.cattedra_id not in contesto.cattedre


def inserimento_consultabile(contesto: Contesto, pk: int) -> Inserimento:
    """An entry whose history the person may read: who teaches the subject, the dirigente.

    Not the coordinator, who sees levels only from the day of the consultation and on the board.
    """
    inserimento = _inserimento(contesto, pk)
    insegnate = contesto.cattedre | contesto.cattedre_sospese
    if inserimento.cattedra_id in insegnate or contesto.ha(*LEGGONO_TUTTO):
        return inserimento
    raise Http404


def inserimento_della_classe(contesto: Contesto, pk: int) -> Inserimento:
    """The entry of a class that the person coordinates today: to remind and to reopen."""
    inserimento = _inserimento(contesto, pk)
    if inserimento.classe_rilevata.classe_id not in contesto.classi_coordinate:
        raise Http404
    return inserimento


def classe_coordinata(contesto: Contesto, pk: int) -> ClasseRilevata:
    """A class that the person coordinates today: to decide, to freeze, to print."""
    rilevata = _rilevata(contesto, pk)
    if rilevata.classe_id in contesto.classi_coordinate:
        return rilevata
    if contesto.ha(*LEGGONO_TUTTO):
        raise PermissionDenied
    raise Http404


def classe_consultabile(contesto: Contesto, pk: int) -> ClasseRilevata:
    """A class whose board the person may read: its coordinator, the dirigente.

    From which day the coordinator may read is the rule's to say, not of this function.
    """
    rilevata = _rilevata(contesto, pk)
    if rilevata.classe_id in contesto.classi_coordinate or contesto.ha(*LEGGONO_TUTTO):
        return rilevata
    raise Http404


def classe_stampabile(contesto: Contesto, pk: int) -> ClasseRilevata:
    """A class whose papers the person may have: coordinator, dirigente, segreteria didattica."""
    rilevata = _rilevata(contesto, pk)
    if rilevata.classe_id in contesto.classi_coordinate or contesto.ha(*LEGGONO_TUTTO, *SEGRETERIA):
        return rilevata
    raise Http404


def classe_da_riaprire(contesto: Contesto, pk: int) -> ClasseRilevata:
    """A frozen class, for the dirigente who alone may reopen it."""
    rilevata = _rilevata(contesto, pk)
    if contesto.ha(Ruolo.DIRIGENTE):
        return rilevata
    if rilevata.classe_id in contesto.classi_coordinate or contesto.ha(*LEGGONO_TUTTO):
        raise PermissionDenied
    raise Http404


def rilevazione(contesto: Contesto, pk: int) -> Rilevazione:
    """A campaign with the state of all its classes: dirigente and segreteria didattica."""
    if not contesto.ha(*LEGGONO_TUTTO, *SEGRETERIA):
        raise Http404
    try:
        return Rilevazione.objects.select_related("anno_scolastico", "quadro").get(
            istituto=contesto.istituto, pk=pk
        )
    except Rilevazione.DoesNotExist:
        raise Http404 from None


def rilevazione_da_curare(contesto: Contesto, pk: int) -> Rilevazione:
    """A campaign, for the segreteria that opens it and keeps its calendar."""
    trovata = rilevazione(contesto, pk)
    contesto.esige(*SEGRETERIA)
    return trovata


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether the person may have this paper of a class: who may print that class may."""
    if contesto.ha(*LEGGONO_TUTTO, *SEGRETERIA):
        return True
    return ClasseRilevata.objects.filter(
        Q(emissioni__certificati__documento=documento)
        | Q(emissioni__documento_classe=documento)
        | Q(tabelloni__documento=documento),
        istituto=contesto.istituto,
        classe_id__in=contesto.classi_coordinate,
    ).exists()
