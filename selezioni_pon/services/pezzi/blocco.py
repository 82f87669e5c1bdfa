"""The grid of a piece, locked, and the piece as it was read: or nothing is written."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Griglia
from selezioni_pon.rules.griglia import modifica
from selezioni_pon.services.griglie import scrivi_griglia

Dati = Mapping[str, Any]


def nella_griglia(
    autore: Contesto, adesso: datetime, griglia_id: int, cambia: Callable[[Dati, Griglia], Dati]
) -> Griglia:
    """The whole grid, locked, with one piece changed: its version is that of the locked row."""
    riga = Griglia.objects.select_for_update().get(pk=griglia_id, istituto=autore.istituto)
    return scrivi_griglia(
        autore=autore, adesso=adesso, griglia_id=griglia_id, versione=riga.versione,
        cambia=lambda dati: dict(cambia(dati, riga)),
    )  # fmt: skip


def esigi_letto(riga: Griglia, pezzo: Dati, letta: int) -> None:
    """Raise Conflitto when a piece is not as it was read: the row then carries its fingerprint."""
    adesso = modifica.impronta(pezzo)
    if adesso != letta:
        riga.versione = adesso
        raise Conflitto(riga)


def esigi_posto(quanti: int, massimo: int, cosa: str) -> None:
    if quanti >= massimo:
        raise rifiuta("troppe", f"Le {cosa} sono già {massimo}: di più non se ne mettono.")


def sezione_detta(dati: Dati, sigla: str) -> int:
    trovata = modifica.sezione_di(dati, sigla)
    if trovata is None:
        raise rifiuta("tolta", f"Nel frattempo la sezione {sigla} è stata tolta o ha altra sigla.")
    return trovata


def voce_detta(dati: Dati, numero: str) -> tuple[int, int]:
    trovata = modifica.posto_di(dati, numero)
    if trovata is None:
        raise rifiuta("tolta", f"Nel frattempo la voce {numero} è stata tolta o ha altro numero.")
    return trovata
