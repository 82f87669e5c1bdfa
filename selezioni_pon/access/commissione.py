"""Who reads the commission of a call, who sits in it, who may open the applications."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi
from selezioni_pon.models import Avviso, Commissario, Commissione
from selezioni_pon.queries.commissione.membri import contro_il_lavoro, membro_di
from selezioni_pon.queries.visibili import Veste

DICHIARAZIONE: Final = "dichiarazione"
CON: Final = ("organo", "nominata_da", "documento", "protocollo")


class DichiarazioneMancante(Exception):
    """A member who has not declared yet: until then the only page is that of the declaration."""

    def __init__(self, avviso_id: int) -> None:
        super().__init__("dichiarazione")
        self.avviso_id = avviso_id


def membro(contesto: Contesto, avviso_id: int) -> Commissario:
    """Who sits, or substitutes, in the commission of a call, also before declaring anything.

    404 for who does not read the call, 403 for who reads it and does not sit there.
    """
    trovato = _suo(contesto, avviso_id)
    if trovato is None:
        avvisi.avviso(contesto, avviso_id)
        raise PermissionDenied
    return trovato


def chi_dichiara(contesto: Contesto, avviso_id: int) -> Commissario:
    """A member who declares, or adds to what was declared; 403 for a substitute."""
    trovato = membro(contesto, avviso_id)
    if trovato.supplente:
        raise PermissionDenied
    return trovato


def commissario(contesto: Contesto, avviso_id: int) -> Commissario:
    """Who may open today the applications of a call, with commission, call and grid.

    Raises DichiarazioneMancante before the declaration; 403 for a substitute, and for who has
    declared what keeps from judging. Two queries.
    """
    trovato = membro(contesto, avviso_id)
    contro = contro_il_lavoro(trovato, contesto.adesso)
    if not contro:
        return trovato
    if {una.codice for una in contro} == {DICHIARAZIONE}:
        raise DichiarazioneMancante(avviso_id)
    raise PermissionDenied


def chi_presiede(contesto: Contesto, avviso_id: int) -> Commissario:
    """The president of the commission, who closes its work; 403 for the others."""
    trovato = commissario(contesto, avviso_id)
    if not trovato.presidente:
        raise PermissionDenied
    return trovato


def commissione(
    contesto: Contesto, avviso_id: int
) -> tuple[Avviso, Commissione | None, Commissario | None]:
    """A call, its commission if there is one, the place in it of who asks.

    For who directs, the office, who sits or substitutes in it.
    """
    avviso = avvisi.avviso(contesto, avviso_id)
    siede = _suo(contesto, avviso_id)
    if siede is None and not avvisi.prepara(avviso):
        raise PermissionDenied
    return avviso, _di(avviso), siede


def da_nominare(contesto: Contesto, avviso_id: int) -> Avviso:
    """A call of which who directs names the commission."""
    return avvisi.avviso(contesto, avviso_id, Veste.DIRIGENTE)


def con_la_commissione(contesto: Contesto, avviso_id: int, *ammesse: Veste) -> Commissione:
    """The commission of a call, for these parts; 404 before it is named."""
    avviso = avvisi.avviso(contesto, avviso_id, *(ammesse or (Veste.DIRIGENTE,)))
    trovata = _di(avviso)
    if trovata is None:
        raise Http404
    return trovata


def _suo(contesto: Contesto, avviso_id: int) -> Commissario | None:
    trovato = membro_di(avviso_id, contesto.persona.pk)
    di_qui = trovato is not None and trovato.istituto_id == contesto.istituto.pk
    return trovato if di_qui else None


def _di(avviso: Avviso) -> Commissione | None:
    trovata = Commissione.objects.filter(avviso=avviso).select_related(*CON).first()
    if trovata is not None:
        trovata.avviso = avviso
    return trovata
