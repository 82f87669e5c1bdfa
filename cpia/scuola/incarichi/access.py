"""Who may see a person and touch the roles that a person holds."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.queries import persone as lettura
from cpia.scuola.incarichi.queries.parole import CONFERIBILI
from cpia.scuola.models import Incarico, Persona

# Who conferisce by law, and the offices that prepare and record the act.
CONFERISCONO = (
    Ruolo.DIRIGENTE,
    Ruolo.DSGA,
    Ruolo.SEGRETERIA_DIDATTICA,
    Ruolo.SEGRETERIA_PERSONALE,
)
LEGGONO = (*CONFERISCONO, Ruolo.COLLABORATORE)
# Students and who answers for them.
LEGGONO_GLI_STUDENTI = (Ruolo.DIRIGENTE, Ruolo.COLLABORATORE, Ruolo.SEGRETERIA_DIDATTICA)


def persona(contesto: Contesto, pk: int) -> Persona:
    """A person of the institute whose page this person may open, or 404."""
    if not contesto.ha(*LEGGONO):
        raise Http404
    trovata = lettura.persona(contesto.istituto.pk, pk)
    if trovata is None or not _puo_vedere(contesto, trovata):
        raise Http404
    return trovata


def _puo_vedere(contesto: Contesto, persona: Persona) -> bool:
    if contesto.ha(*LEGGONO_GLI_STUDENTI) or lettura.e_del_personale(persona):
        return True
    return not lettura.studia_o_risponde(persona)


def persona_da_incaricare(contesto: Contesto, pk: int) -> Persona:
    """A person to whom this person may give a role, 403 for who may only look."""
    trovata = persona(contesto, pk)
    contesto.esige(*CONFERISCONO)
    return trovata


def incarico(contesto: Contesto, pk: int) -> Incarico:
    """An incarico of somebody whose page this person may open, or 404."""
    if not contesto.ha(*LEGGONO):
        raise Http404
    trovato = lettura.incarico(contesto.istituto.pk, pk)
    if trovato is None or not _puo_vedere(contesto, trovato.persona):
        raise Http404
    return trovato


def incarico_da_cambiare(contesto: Contesto, pk: int) -> Incarico:
    """An incarico to end or to prolong, 403 for who may only look or for an ended one's kind."""
    trovato = incarico(contesto, pk)
    contesto.esige(*CONFERISCONO)
    if trovato.ruolo not in CONFERIBILI:
        raise PermissionDenied
    return trovato
