"""A longer end for a contract: only to complete the project.

Source: IC Porto Venere, Regolamento incarichi, art. 7 c. 1; D.Lgs. 165/2001, art. 7 c. 6.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.rules.cifre import in_euro
from selezioni_pon.rules.contratti import RINNOVO, Contratto


@dataclass(frozen=True, slots=True)
class Proroga:
    """A longer end for the same contract, and why."""

    nuova_fine: date
    per_completare: bool
    ritardo_del_prestatore: bool
    compenso: int
    motivo: str


def verifica_proroga(contratto: Contratto, proroga: Proroga, oggi: date) -> list[Violazione]:
    """What is against a longer end: only to complete, for no fault of who works, at the same pay.

    What has ended cannot be prolonged.
    """
    return [*_quando(contratto, proroga, oggi), *_perche(proroga), *_quanto(contratto, proroga)]


def _quando(contratto: Contratto, proroga: Proroga, oggi: date) -> Iterator[Violazione]:
    if oggi > contratto.fine:
        testo = f"Il contratto è finito il {data_estesa(contratto.fine)}: sarebbe un rinnovo."
        yield Violazione("finito", testo, RINNOVO)
    if proroga.nuova_fine <= contratto.fine:
        testo = f"La nuova fine viene dopo il {data_estesa(contratto.fine)}."
        yield Violazione("nuova_fine", testo, RINNOVO, "nuova_fine")


def _perche(proroga: Proroga) -> Iterator[Violazione]:
    if not proroga.per_completare:
        testo = "Si proroga solo per completare il progetto."
        yield Violazione("per_completare", testo, RINNOVO, "per_completare")
    if proroga.ritardo_del_prestatore:
        testo = "Si proroga per ritardi che non dipendono da chi ha l’incarico."
        yield Violazione("ritardo", testo, RINNOVO, "ritardo_del_prestatore")
    if not proroga.motivo.strip():
        yield Violazione("motivo", "Scrivi perché serve più tempo.", RINNOVO, "motivo")


def _quanto(contratto: Contratto, proroga: Proroga) -> Iterator[Violazione]:
    if proroga.compenso != contratto.compenso:
        testo = (
            f"Il compenso resta {in_euro(contratto.compenso)}: la proroga dice "
            f"{in_euro(proroga.compenso)}."
        )
        yield Violazione("compenso", testo, RINNOVO, "compenso")
