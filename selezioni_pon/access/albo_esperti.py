"""Who reads the register of experts, who asks to be in it, who decides.

404 for who has no part in the selections, 403 for who works in the school with another task. Who
applies from outside finds the own entries and no other.
"""

from django.http import Http404

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.access import base
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti.elenchi import iscrizioni
from selezioni_pon.queries.visibili import PREPARANO, Veste


def ufficio(contesto: Contesto) -> None:
    """Who prepares the calls keeps the register."""
    base.prepara(contesto)


def chi_chiede(contesto: Contesto) -> None:
    """Who applies from outside: 403 for who works in the school."""
    base.parte(contesto, Veste.CANDIDATO)


def iscrizione(contesto: Contesto, pk: int) -> IscrizioneEsperto:
    """An entry, for who prepares and for whose it is."""
    base.parte(contesto, *PREPARANO, Veste.CANDIDATO)
    con = ("istituto", "persona", "protocollo", "registrata_da", "decisa_da")
    trovata = iscrizioni(contesto).select_related(*con).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def da_decidere(contesto: Contesto, pk: int) -> IscrizioneEsperto:
    """An entry on which who prepares acts."""
    ufficio(contesto)
    return iscrizione(contesto, pk)


def diretta(contesto: Contesto, pk: int) -> IscrizioneEsperto:
    """An entry that who directs refuses or cancels."""
    trovata = da_decidere(contesto, pk)
    contesto.esige(Ruolo.DIRIGENTE)
    return trovata


def propria(contesto: Contesto, pk: int) -> IscrizioneEsperto:
    """An own entry: 403 for who works in the school, 404 for any other."""
    chi_chiede(contesto)
    trovata = iscrizione(contesto, pk)
    if trovata.persona_id != contesto.persona.pk:
        raise Http404
    return trovata
