"""Who proposes a post, who answers, who writes the contract, who checks the work.

404 for whoever has no part in it: a proposal of another person is not there. Who applied to the
call does nothing for the office on its posts (L. 241/1990, art. 6-bis).
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi, base
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Contratto, Proposta
from selezioni_pon.queries.commissione.membri import candidature_inviate
from selezioni_pon.queries.incarichi.atti import con_verifiche
from selezioni_pon.queries.incarichi.visibili import contratti, proposte
from selezioni_pon.queries.visibili import PREPARANO, Veste, prepara, vesti

V = Veste
CON = (
    "istituto", "candidatura__persona", "candidatura__avviso__selezione__progetto",
    "graduatoria", "contratto__documento", "contratto__protocollo", "risposta_di",
)  # fmt: skip


def avviso_con_posti(contesto: Contesto, pk: int, *ammesse: Veste) -> Avviso:
    """A published call whose posts are given, for who prepares or for these parts; not a draft."""
    trovato = avvisi.avviso(contesto, pk, *(ammesse or PREPARANO))
    if trovato.stato == StatoAvviso.BOZZA:
        raise Http404
    return trovato


def avviso_da_assegnare(contesto: Contesto, pk: int) -> Avviso:
    """A call whose posts who directs proposes."""
    return avviso_con_posti(contesto, pk, V.DIRIGENTE)


def propria(contesto: Contesto, pk: int) -> Proposta:
    """A proposal made to who asks; who prepares reads it on the page of the call."""
    trovata = _proposta(contesto, pk)
    if trovata.candidatura.persona_id != contesto.persona.pk:
        raise PermissionDenied
    return trovata


def proposta(contesto: Contesto, pk: int, *ammesse: Veste) -> Proposta:
    """A proposal on which the office, or these parts, act: 403 for who applied to that call."""
    trovata = _proposta(contesto, pk)
    base.parte(contesto, *(ammesse or PREPARANO))
    _esigi_estraneo(contesto, trovata)
    return trovata


def _proposta(contesto: Contesto, pk: int) -> Proposta:
    trovata = proposte(contesto).select_related(*CON).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def contratto(contesto: Contesto, pk: int) -> Contratto:
    """An assignment: for who prepares and, once issued, for who holds it."""
    trovato = con_verifiche(contratti(contesto)).filter(pk=pk).first()
    if trovato is None:
        raise Http404
    return trovato


def contratto_da_scrivere(contesto: Contesto, pk: int) -> Contratto:
    """An assignment on which who directs and the office work."""
    return _di(contesto, pk, *PREPARANO)


def contratto_da_decidere(contesto: Contesto, pk: int) -> Contratto:
    """An assignment on which who directs acts: issue, prolong, check."""
    return _di(contesto, pk, V.DIRIGENTE)


def scrive(contesto: Contesto) -> bool:
    """Whether somebody writes contracts."""
    return prepara(contesto)


def dirige(contesto: Contesto) -> bool:
    """Whether somebody decides of them."""
    return V.DIRIGENTE in vesti(contesto)


def _di(contesto: Contesto, pk: int, *ammesse: Veste) -> Contratto:
    trovato = contratto(contesto, pk)
    base.parte(contesto, *ammesse)
    _esigi_estraneo(contesto, trovato.proposta)
    return trovato


def _esigi_estraneo(contesto: Contesto, di: Proposta) -> None:
    """403 for who applied to the call: the posts of it are the work of another person."""
    if concorre(contesto, di.candidatura.avviso_id):
        raise PermissionDenied


def concorre(contesto: Contesto, avviso_id: int) -> bool:
    """Whether somebody is among those who applied to a call. One query."""
    return candidature_inviate(avviso_id).filter(persona=contesto.persona).exists()
