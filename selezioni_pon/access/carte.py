"""Who reads the paper of a call: the same parts as its page, also who has the address of the file.

Everybody else reads it on the albo.
"""

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from selezioni_pon.queries.visibili import avvisi


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read this paper of the selections today. One query."""
    return avvisi(contesto).filter(documento=documento).exists()
