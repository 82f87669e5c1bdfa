"""Loads a paper for who may read it now; for anybody else it does not exist."""

from django.http import Http404

from cpia.atti import queries, registri
from cpia.atti.models import Documento
from cpia.scuola.access import Contesto


def documento_da_leggere(contesto: Contesto, documento_id: int) -> Documento:
    """The paper, or 404: the same for one that is not there and one of somebody else."""
    documento = queries.documento(contesto.istituto.pk, documento_id)
    if documento is None or not registri.puo_leggere(contesto, documento):
        raise Http404
    return documento
