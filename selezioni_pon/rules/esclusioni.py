"""Which works need neither a comparison nor a call.

Source: IC Porto Venere, Regolamento incarichi, art. 5 cc. 1-2; D.Lgs. 165/2001, art. 7 c. 6-quater.
"""

from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.rules.fonti import regolamento

CONTROLLO: Final = f"{regolamento('art. 5 c. 1')}; D.Lgs. 165/2001, art. 7 c. 6-quater"
EPISODICHE: Final = regolamento("art. 5 c. 2")


@dataclass(frozen=True, slots=True)
class Prestazione:
    """A work, as far as it matters whether it needs a comparison."""

    organo_di_controllo: bool = False
    episodica: bool = False
    autonoma: bool = False
    progettata_dalla_scuola: bool = True


def fuori_dal_confronto(prestazione: Prestazione) -> tuple[Motivo, ...]:
    """Why a work needs neither a comparison nor a call; nothing where it does."""
    motivi = []
    if prestazione.organo_di_controllo:
        testo = "Gli organismi di controllo interno e i nuclei di valutazione hanno altre regole."
        motivi.append(Motivo("organo_di_controllo", CONTROLLO, testo))
    sola = prestazione.episodica and prestazione.autonoma
    if sola and not prestazione.progettata_dalla_scuola:
        testo = (
            "La prestazione è episodica, autonoma e fuori dai progetti della scuola: non serve un "
            "avviso."
        )
        motivi.append(Motivo("meramente_occasionale", EPISODICHE, testo))
    return tuple(motivi)
