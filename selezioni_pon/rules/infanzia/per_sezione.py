"""The early children of a school with more sections: each takes its own, one after the other.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 3 lett. b: «per sezione».
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.motivi import Motivo
from selezioni_pon.rules.anticipi import quanti
from selezioni_pon.rules.giorni import nell_anno
from selezioni_pon.rules.infanzia.modello import RegoleAnticipi


@dataclass(frozen=True, slots=True)
class Ripartiti:
    """How many early children each section takes, in the order given, and why."""

    per_sezione: tuple[int, ...]
    motivi: tuple[Motivo, ...]

    @property
    def in_tutto(self) -> int:
        return sum(self.per_sezione)


def ripartisci(
    iscritti: Sequence[tuple[str, int]], chiedono: int, in_attesa: int, regole: RegoleAnticipi
) -> Ripartiti:
    """Share those who ask among the sections (name, enrolled), the smallest first.

    While somebody who is not early waits for a place nobody early comes in, unless the norm in
    force says otherwise (art. 3 lett. c). Raises ValueError for a negative number.
    """
    restano, presi, motivi = chiedono, {}, []
    for posto in sorted(range(len(iscritti)), key=lambda uno: (iscritti[uno][1], uno)):
        nome, contati = iscritti[posto]
        trovati = quanti(contati, restano, in_attesa, regole)
        presi[posto] = trovati.ammessi
        restano -= trovati.ammessi
        motivi += [
            Motivo(uno.regola, uno.fonte, f"Sezione {nome}. {uno.testo}") for uno in trovati.motivi
        ]
    return Ripartiti(tuple(presi[posto] for posto in range(len(iscritti))), tuple(motivi))


def contati_il(anno: AnnoScolastico, regole: RegoleAnticipi) -> date:
    """The day on which the enrolled of a section are counted: in the August before the year."""
    return nell_anno(regole.numeri.al.valore, anno.precedente)
