"""Who reads which paper: the same parts as the pages, also for who has the address of the file."""

from bonus_merito.queries.cercabili import carte
from cpia.atti.models import Documento
from cpia.scuola.access import Contesto


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read this paper of the bonus today."""
    sue = carte(contesto)[documento.tipo]
    return Documento.objects.filter(sue, istituto=contesto.istituto, pk=documento.pk).exists()
