"""Who may read and who may write a circular: each function loads it, or answers 404 or 403.

What does not exist, what belongs to another institute and a circular that is not for this person
all answer 404; what one may read but not do answers 403.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.models import Circolare, FileCircolare
from cpia.norme.queries import parametro
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo

SCRIVONO = (*sorted(SEGRETERIA), Ruolo.DIRIGENTE)
VEDONO_TUTTE = (*SCRIVONO, Ruolo.COLLABORATORE)


def leggibile(contesto: Contesto, circolare: Circolare) -> bool:
    """Whether this person may read it now: the office any, the others what is for them."""
    if contesto.ha(*VEDONO_TUTTE):
        return True
    if circolare.pubblicata_il is None:
        return False
    return circolare.pubblica or elenco.rivolte(contesto).filter(pk=circolare.pk).exists()


def circolare_da_leggere(contesto: Contesto, pk: int) -> Circolare:
    """A circular for this person, or any for the office; a draft only for the office."""
    trovata = elenco.circolare(contesto.istituto.pk, pk)
    if trovata is None or not leggibile(contesto, trovata):
        raise Http404
    return trovata


def circolare_ricevuta(contesto: Contesto, pk: int) -> Circolare:
    """A circular addressed to this very person: to say that it is read, to answer it."""
    trovata = circolare_da_leggere(contesto, pk)
    if elenco.rivolte(contesto).filter(pk=pk).exists():
        return trovata
    raise PermissionDenied


def circolare_dell_ufficio(contesto: Contesto, pk: int) -> Circolare:
    """Any circular with its receipts, for segreteria, dirigente and collaborators."""
    trovata = elenco.circolare(contesto.istituto.pk, pk)
    if trovata is None or not contesto.ha(*VEDONO_TUTTE):
        raise Http404
    return trovata


def circolare_da_scrivere(contesto: Contesto, pk: int) -> Circolare:
    """Any circular, for who writes them: to change the draft, to remind who is missing."""
    trovata = circolare_dell_ufficio(contesto, pk)
    contesto.esige(*SCRIVONO)
    return trovata


def circolare_da_pubblicare(contesto: Contesto, pk: int) -> Circolare:
    """Any circular, for who may publish and annul it."""
    trovata = circolare_da_scrivere(contesto, pk)
    if not pubblica(contesto):
        raise PermissionDenied
    return trovata


def pubblica(contesto: Contesto) -> bool:
    """The dirigente publishes; the segreteria too where the institute says so."""
    if contesto.ha(Ruolo.DIRIGENTE):
        return True
    if not contesto.ha(*SEGRETERIA):
        return False
    delega = parametro(contesto.istituto.pk, "circolari.pubblica_segreteria", contesto.oggi)
    return delega.come(bool)


def file_di(circolare: Circolare, file_id: int) -> FileCircolare:
    """An attachment of a circular that was loaded by one of the functions above."""
    for file in elenco.file(circolare):
        if file.pk == file_id:
            return file
    raise Http404


def circolare_pubblica(istituto_id: int, pk: int) -> Circolare:
    """A circular that anybody may read, without signing in."""
    trovata = elenco.pubbliche(istituto_id).select_related("istituto").filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def puo_leggere_documento(contesto: Contesto, documento: Documento) -> bool:
    """Whether the person may have the paper of a circular: who may read the circular may."""
    trovata = elenco.tutte(contesto.istituto.pk).filter(documento=documento).first()
    return trovata is not None and leggibile(contesto, trovata)


def puo_vedere_storia(contesto: Contesto, pk: int) -> bool:
    """What was done to a circular is the office's to see."""
    return contesto.ha(*VEDONO_TUTTE) and elenco.circolare(contesto.istituto.pk, pk) is not None
