"""The register of experts: who applied from outside asks to be in it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.portale.dimostrazione.selezioni_domande import chi_e
from cpia.portale.dimostrazione.selezioni_procedure_piano import ESTERNA
from cpia.scuola.models import Istituto
from selezioni_pon.rules.albo_passi import Richiesta
from selezioni_pon.services.albo_esperti import chiedi_iscrizione

CHIESTA_IL = istante(date(2024, 6, 4), 18)
SETTORI = ["lingua inglese", "teatro in lingua"]
COMPETENZA = "Madrelingua inglese; dieci anni di laboratori nella primaria e nella secondaria."


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """What an expert did, and when."""
    yield CHIESTA_IL, _chiede


def _chiede(istituto: Istituto) -> None:
    autore = compi(chi_e(istituto, ESTERNA.cognome, ESTERNA.nome), CHIESTA_IL)
    chiedi_iscrizione(autore=autore, adesso=CHIESTA_IL, richiesta=Richiesta(SETTORI, COMPETENZA))
