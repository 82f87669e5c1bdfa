"""Groups, lessons, derogations: each function loads one, or answers 404 or 403."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from patto_formativo.access.corsisti import corsista
from patto_formativo.models import Corsista, Deroga, Gruppo, Lezione, Membro
from patto_formativo.queries.frequenza.gruppi import gruppi_visibili, insegna
from patto_formativo.queries.frequenza.proposte import di_chi_e
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, Veste, sedi_coordinate, vesti

V = Veste
# Who works on the attendance of a school: the lists of groups and of who is absent are theirs.
SCUOLA = (V.UFFICIO, V.DIREZIONE, V.SEDE, V.TUTOR)
VEDONO = (*SCUOLA, V.DOCENTE, V.CORSISTA, V.RESPONSABILE)
LEGGONO_CARTE = frozenset({*SCUOLA, V.CORSISTA, V.RESPONSABILE})
REGISTRANO_SEGNI = (*SCUOLA, V.DOCENTE)


def vede_gruppi(contesto: Contesto) -> None:
    """403 for who neither teaches, nor coordinates a site, nor works in the office."""
    contesto.esige(*UFFICIO, *DIREZIONE, Ruolo.COORDINATORE_SEDE, Ruolo.DOCENTE, Ruolo.TUTOR)


def vede_assenti(contesto: Contesto) -> None:
    """403 for who has nobody to look after."""
    contesto.esige(*UFFICIO, *DIREZIONE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR)


def verifica(contesto: Contesto) -> None:
    """403 for who does not teach: only a teacher checks hours at a distance."""
    contesto.esige(Ruolo.DOCENTE, Ruolo.TUTOR)


def puo_formare(contesto: Contesto) -> bool:
    """Whether the person forms groups: the office, the direction, who coordinates a site."""
    return contesto.ha(*UFFICIO, *DIREZIONE, Ruolo.COORDINATORE_SEDE)


def forma_gruppi(contesto: Contesto) -> None:
    """403 for who does not."""
    if not puo_formare(contesto):
        raise PermissionDenied


def gruppo(contesto: Contesto, pk: int) -> Gruppo:
    """A group that the person sees; 404 for the others."""
    try:
        return (
            gruppi_visibili(contesto)
            .select_related("sede", "anno_scolastico", "istituto")
            .get(pk=pk)
        )
    except Gruppo.DoesNotExist:
        raise Http404 from None


def cura(contesto: Contesto, del_gruppo: Gruppo) -> bool:
    """Whether the person may change who is in this group."""
    return contesto.ha(*UFFICIO, *DIREZIONE) or del_gruppo.sede_id in sedi_coordinate(contesto)


def gruppo_da_curare(contesto: Contesto, pk: int) -> Gruppo:
    """A group whose members the person changes; 403 for who only teaches it."""
    trovato = gruppo(contesto, pk)
    if not cura(contesto, trovato):
        raise PermissionDenied
    return trovato


def gruppo_da_insegnare(contesto: Contesto, pk: int) -> Gruppo:
    """A group that the person teaches: only its teachers write lessons."""
    trovato = gruppo(contesto, pk)
    if not insegna(contesto, trovato):
        raise PermissionDenied
    return trovato


def membro_da_curare(contesto: Contesto, pk: int) -> Membro:
    """Somebody in a group whose members the person changes."""
    try:
        trovato = Membro.objects.select_related("corsista__persona").get(
            istituto=contesto.istituto, pk=pk
        )
    except Membro.DoesNotExist:
        raise Http404 from None
    trovato.gruppo = gruppo_da_curare(contesto, trovato.gruppo_id)
    return trovato


def lezione(contesto: Contesto, pk: int) -> Lezione:
    """A lesson of a group that the person sees."""
    try:
        trovata = Lezione.objects.select_related("unita", "docente").get(
            istituto=contesto.istituto, pk=pk
        )
    except Lezione.DoesNotExist:
        raise Http404 from None
    trovata.gruppo = gruppo(contesto, trovata.gruppo_id)
    return trovata


def lezione_da_scrivere(contesto: Contesto, pk: int) -> Lezione:
    """A lesson of a group that the person teaches."""
    trovata = lezione(contesto, pk)
    if not insegna(contesto, trovata.gruppo):
        raise PermissionDenied
    return trovata


def frequenza(contesto: Contesto, pk: int) -> Corsista:
    """Somebody whose attendance the person may read."""
    return corsista(contesto, pk, *VEDONO)


def deroga_da_decidere(contesto: Contesto, pk: int) -> Deroga:
    """A derogation whose deliberation the office registers."""
    try:
        trovata = Deroga.objects.get(istituto=contesto.istituto, pk=pk)
    except Deroga.DoesNotExist:
        raise Http404 from None
    trovata.corsista = corsista(contesto, trovata.corsista_id, V.UFFICIO, V.DIREZIONE)
    return trovata


def puo_leggere_carta(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read a notice of absence or the decree of a withdrawal."""
    di_chi = di_chi_e(contesto.istituto.pk, documento)
    return di_chi is not None and not vesti(contesto, di_chi).isdisjoint(LEGGONO_CARTE)
