"""Who may read what was done: to one object, or by everybody."""

from django.http import Http404

from cpia.atti.models import Operazione
from cpia.atti.registro import queries
from cpia.atti.storie import storie
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo

# Who answers for the acts of the institute (D.Lgs. 165/2001 art. 25 c. 2) and for its office.
LEGGONO_IL_REGISTRO = (Ruolo.DIRIGENTE, Ruolo.DSGA)


def puo_vedere(contesto: Contesto, tipo: str, pk: int) -> bool:
    """Whether this person may read the history of this object; of an unknown kind nobody may."""
    storia = storie.get(tipo)
    return storia is not None and storia.puo_vedere(contesto, pk)


def nome_della_storia(contesto: Contesto, tipo: str, pk: int) -> str:
    """The name of an object whose history this person may read, or 404."""
    if not puo_vedere(contesto, tipo, pk):
        raise Http404
    return storie[tipo].nome(contesto, pk)


def riga_del_registro(contesto: Contesto, pk: int) -> Operazione:
    """One line, for who may read the register; 404 for a line that is not of the institute."""
    contesto.esige(*LEGGONO_IL_REGISTRO)
    trovata = queries.operazione(contesto.istituto.pk, pk)
    if trovata is None:
        raise Http404
    return trovata
