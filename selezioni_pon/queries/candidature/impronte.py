"""How a step of a draft, or one of its items, is known as it was read.

Whoever writes gives back the number read: two pages that write different things do not collide.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from selezioni_pon.enums import Passo
from selezioni_pon.models import Candidatura, Risposta
from selezioni_pon.rules.domanda.passi import CAMPI
from selezioni_pon.rules.griglia.modifica import impronta


@dataclass(frozen=True)
class Tenuta:
    """What is kept now, with its fingerprint, where something else was read."""

    riga: Any
    versione: int


def impronta_del_passo(candidatura: Candidatura, passo: Passo) -> int:
    """Of the columns of a step. No query."""
    return impronta([_scritto(getattr(candidatura, nome)) for nome in CAMPI[passo]])


def impronta_della_risposta(risposta: Risposta) -> int:
    """Of an item; of one not yet filled that of nothing. No query."""
    return impronta([risposta.valore, risposta.descrizione])


def _scritto(valore: object) -> object:
    return f"{valore:.2f}" if isinstance(valore, Decimal) else valore
