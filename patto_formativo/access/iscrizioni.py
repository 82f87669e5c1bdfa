"""Who may look at applications and at what is offered: the office and the direction."""

from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Istituto
from patto_formativo.models import (
    AperturaIscrizioni,
    Carta,
    DomandaIscrizione,
    Offerta,
    QuadroOrario,
)
from patto_formativo.models import UnitaApprendimento as Unita
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO

LEGGONO = UFFICIO | DIREZIONE


def cpia(istituto: Istituto) -> None:
    """Raise 404 in a school where adults do not enrol: no CPIA, and no courses for adults."""
    aperte = AperturaIscrizioni.objects.filter(istituto=istituto)
    if istituto.tipo != TipoIstituto.CPIA and not aperte.exists():
        raise Http404


def legge(contesto: Contesto) -> None:
    """Raise 403 for who may not look at the applications."""
    contesto.esige(*LEGGONO)


def ufficio(contesto: Contesto) -> None:
    """Raise 403 for who may not act on the applications: the office does."""
    contesto.esige(*UFFICIO)


def domanda(contesto: Contesto, pk: int) -> DomandaIscrizione:
    """An application to look at; 404 when there is none here, 403 for who has no part."""
    try:
        trovata = DomandaIscrizione.objects.select_related(
            "offerta__sede", "anno_scolastico", "istituto", "persona", "registrata_da",
            "protocollo", "documento",
        ).get(istituto=contesto.istituto, pk=pk)  # fmt: skip
    except DomandaIscrizione.DoesNotExist:
        raise Http404 from None
    contesto.esige(*LEGGONO)
    return trovata


def puo_leggere_carta(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read the paper of an application: who looks at applications."""
    return contesto.ha(*LEGGONO)


def domanda_da_trattare(contesto: Contesto, pk: int) -> DomandaIscrizione:
    """An application on which the office acts; 403 for the direction, which only reads."""
    trovata = domanda(contesto, pk)
    contesto.esige(*UFFICIO)
    return trovata


def carta(contesto: Contesto, pk: int) -> Carta:
    """A paper to read, with its application."""
    try:
        trovata = Carta.objects.select_related("domanda").get(istituto=contesto.istituto, pk=pk)
    except Carta.DoesNotExist:
        raise Http404 from None
    legge(contesto)
    return trovata


def carta_da_verificare(contesto: Contesto, pk: int) -> Carta:
    """A paper that the office verifies."""
    trovata = carta(contesto, pk)
    contesto.esige(*UFFICIO)
    return trovata


def offerta(contesto: Contesto, pk: int) -> Offerta:
    """A course to change: by the office and the direction."""
    try:
        trovata = Offerta.objects.select_related("anno_scolastico", "sede").get(
            istituto=contesto.istituto, pk=pk
        )
    except Offerta.DoesNotExist:
        raise Http404 from None
    legge(contesto)
    return trovata


def quadro(contesto: Contesto, pk: int) -> QuadroOrario:
    """A table of hours to change."""
    try:
        trovato = QuadroOrario.objects.select_related("anno_scolastico").get(
            istituto=contesto.istituto, pk=pk
        )
    except QuadroOrario.DoesNotExist:
        raise Http404 from None
    legge(contesto)
    return trovato


def unita(contesto: Contesto, pk: int) -> Unita:
    """A learning unit to change."""
    try:
        trovata = Unita.objects.select_related("quadro__anno_scolastico").get(
            istituto=contesto.istituto, pk=pk
        )
    except Unita.DoesNotExist:
        raise Http404 from None
    legge(contesto)
    return trovata
