"""The histories of criteria, money, procedures, requests and complaints: who may read them.

The register says who did what and when, never points or amounts; still, that somebody was assessed
twice is of who directs alone.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404

from bonus_merito import glossario
from bonus_merito.models import (
    Attivita,
    Criteri,
    Fondo,
    Istanza,
    Procedura,
    Requisiti,
    Richiesta,
    Valutazione,
)
from bonus_merito.queries.visibili import UFFICIO
from cpia.atti.storie import chi_apre, registra_parole, registra_storia
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo

PREPARANO = frozenset({Ruolo.DIRIGENTE, *UFFICIO})
DIRIGE = frozenset({Ruolo.DIRIGENTE})


def registra() -> None:
    """Make them known to the register."""
    for modello, chi, nome in (
        (Criteri, PREPARANO, lambda riga: f"criteri del bonus {riga.anno_scolastico}"),
        (Fondo, PREPARANO, lambda riga: f"fondo del bonus {riga.anno_scolastico}"),
        (Procedura, PREPARANO, lambda riga: f"bonus {riga.fondo.anno_scolastico}"),
        (Requisiti, PREPARANO, lambda riga: f"requisiti di {riga.persona}"),
        (Istanza, DIRIGE, lambda riga: f"istanza di {riga.persona}"),
        (Richiesta, DIRIGE, lambda riga: f"richiesta di {riga.persona}"),
        (Attivita, DIRIGE, lambda riga: f"attività di {riga.richiesta.persona}"),
        (Valutazione, DIRIGE, lambda riga: f"valutazione di {riga.richiesta.persona}"),
    ):
        _registra(modello, chi, nome)
    registra_parole(azioni=glossario.AZIONI, campi=glossario.CAMPI, valori=glossario.VALORI)


def _registra(modello: type[Any], ruoli: frozenset[Ruolo], nome: Callable[[Any], str]) -> None:
    def carica(contesto: Contesto, pk: int) -> Any:
        contesto.esige(*ruoli)
        riga = modello.objects.filter(istituto=contesto.istituto, pk=pk).first()
        if riga is None:
            raise Http404
        return riga

    registra_storia(
        modello._meta.label_lower,
        puo_vedere=chi_apre(carica),
        nome=lambda contesto, pk: nome(carica(contesto, pk)),
    )
