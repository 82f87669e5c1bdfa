"""How long the receipt of an application opens with its address alone."""

from datetime import datetime, timedelta
from typing import Final

from patto_formativo.enums import StatoDomanda

# Long enough to write the code down; an address stays in the history of a shared computer.
SI_APRE_PER: Final = timedelta(hours=1)


def ricevuta_aperta(stato: str, presentata_il: datetime, adesso: datetime) -> bool:
    """Whether it still opens: for an hour, and as long as the office has not acted."""
    return stato == StatoDomanda.PRESENTATA and adesso - presentata_il <= SI_APRE_PER
