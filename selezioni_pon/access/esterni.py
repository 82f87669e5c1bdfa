"""Who looks at the candidates of outside: who prepares the calls; the office acts on them."""

from typing import Any

from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import base
from selezioni_pon.queries.esterni import candidati
from selezioni_pon.queries.visibili import Veste


def legge(contesto: Contesto) -> bool:
    """404 without any part, 403 for who only reads the calls; whether one acts here too."""
    return Veste.UFFICIO in base.prepara(contesto)


def ufficio(contesto: Contesto) -> None:
    """404 without any part, 403 for who does not keep the office."""
    base.parte(contesto, Veste.UFFICIO)


def candidato(contesto: Contesto, pk: int) -> Any:
    """Who is a candidate of outside today, for the office."""
    ufficio(contesto)
    trovato = candidati(contesto).filter(pk=pk).first()
    if trovato is None:
        raise Http404
    trovato.istituto = contesto.istituto
    return trovato
