"""Who registers the enrolments, who makes the list, and each family before its own row.

404 for who has no part in the school, 403 for who works in it with another task.
"""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.access import base
from selezioni_pon.models import (
    DomandaInfanzia,
    ElencoInfanzia,
    SezioneInfanzia,
    VersioneInfanzia,
)
from selezioni_pon.queries.infanzia.visibili import (
    domande,
    elenchi,
    figli,
    iscrive,
    versioni,
)

CON: Final = ("istituto", "anno_scolastico", "sede")


def ufficio(contesto: Contesto) -> None:
    """Who registers the enrolments."""
    base.prepara(contesto)
    if not iscrive(contesto):
        raise PermissionDenied


def dirige(contesto: Contesto) -> bool:
    """Whether somebody makes the versions of the list. No query."""
    return contesto.ha(Ruolo.DIRIGENTE)


def elenco(contesto: Contesto, pk: int) -> ElencoInfanzia:
    """A list, with its year and its school."""
    ufficio(contesto)
    trovato = elenchi(contesto).select_related(*CON).filter(pk=pk).first()
    if trovato is None:
        raise Http404
    return trovato


def elenco_da_formare(contesto: Contesto, pk: int) -> ElencoInfanzia:
    """A list of which who directs makes a version, or records a draw."""
    trovato = elenco(contesto, pk)
    contesto.esige(Ruolo.DIRIGENTE)
    return trovato


def sezione(contesto: Contesto, pk: int, s: int) -> SezioneInfanzia:
    """A section of a list."""
    trovata = elenco(contesto, pk).sezioni.filter(pk=s).first()
    if trovata is None:
        raise Http404
    return trovata


def domanda(contesto: Contesto, pk: int) -> DomandaInfanzia:
    """An application, with its child and its list."""
    ufficio(contesto)
    con = ("bambino", "protocollo", "registrata_da", *(f"elenco__{uno}" for uno in CON))
    trovata = domande(contesto).select_related(*con).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def versione(contesto: Contesto, pk: int) -> VersioneInfanzia:
    """A version of a list, with its paper."""
    ufficio(contesto)
    con = ("formata_da", "documento", "protocollo", *(f"elenco__{uno}" for uno in CON))
    trovata = versioni(contesto).select_related(*con).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def famiglia(contesto: Contesto) -> None:
    """Who answers for a child for whom one has applied: 404 for everybody else. One query."""
    if not figli(contesto).exists():
        raise Http404


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read the paper of a version. One query."""
    return versioni(contesto).filter(documento=documento).exists()
