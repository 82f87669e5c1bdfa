"""The histories of grids, projects and calls: who prepares them reads who did what and when."""

from collections.abc import Callable
from typing import Any

from django.http import Http404

from cpia.atti.storie import chi_apre, registra_parole, registra_storia
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon import glossario
from selezioni_pon.models import Avviso, Griglia, Progetto, Selezione
from selezioni_pon.queries.visibili import UFFICIO

PREPARANO = frozenset({Ruolo.DIRIGENTE, *UFFICIO})


def registra() -> None:
    """Make them known to the register."""
    for modello, nome in (
        (Griglia, lambda riga: f"griglia «{riga.titolo}»"),
        (Progetto, lambda riga: f"progetto «{riga.titolo}»"),
        (Selezione, lambda riga: f"selezione «{riga.ruolo}»"),
        (Avviso, lambda riga: f"avviso «{riga.selezione.ruolo}»"),
    ):
        _registra(modello, nome)
    registra_parole(azioni=glossario.AZIONI, campi=glossario.CAMPI, valori=glossario.VALORI)


def _registra(modello: type[Any], nome: Callable[[Any], str]) -> None:
    def carica(contesto: Contesto, pk: int) -> Any:
        contesto.esige(*PREPARANO)
        riga = modello.objects.filter(istituto=contesto.istituto, pk=pk).first()
        if riga is None:
            raise Http404
        return riga

    registra_storia(
        modello._meta.label_lower,
        puo_vedere=chi_apre(carica),
        nome=lambda contesto, pk: nome(carica(contesto, pk)),
    )
