"""Who reads a call, who writes it, who publishes it."""

from typing import Final

from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import base
from selezioni_pon.models import Avviso
from selezioni_pon.queries.visibili import PREPARANO, Veste, avvisi

V = Veste
CON: Final = (
    "istituto", "selezione__progetto__anno_scolastico", "griglia", "responsabile",
    "pubblicato_da", "documento", "protocollo", "pubblicazione", "impossibilita",
)  # fmt: skip


def avviso(contesto: Contesto, pk: int, *ammesse: Veste) -> Avviso:
    """A call that the person reads, as one of these parts: 404 for a draft one may not see.

    ``vesti`` on it are the parts of the person; ``prepara`` and ``dirige`` below ask of them.
    """
    tenute = base.parte(contesto)
    trovato = avvisi(contesto).select_related(*CON).filter(pk=pk).first()
    if trovato is None:
        raise Http404
    if ammesse:
        base.parte(contesto, *ammesse)
    trovato.vesti = tenute
    return trovato


def avviso_da_scrivere(contesto: Contesto, pk: int) -> Avviso:
    """A call on which who directs and the office work; that it is a draft is of the service."""
    return avviso(contesto, pk, *PREPARANO)


def avviso_da_pubblicare(contesto: Contesto, pk: int) -> Avviso:
    """A call on which who directs acts: publish, revoke, record the impossibility."""
    return avviso(contesto, pk, V.DIRIGENTE)


def prepara(trovato: Avviso) -> bool:
    """Whether who loaded it writes calls."""
    return not trovato.vesti.isdisjoint(PREPARANO)


def dirige(trovato: Avviso) -> bool:
    """Whether who loaded it publishes calls."""
    return V.DIRIGENTE in trovato.vesti
