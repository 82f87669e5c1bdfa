"""The acts on which the rules of the discipline rest."""

from datetime import date
from typing import Final

STATUTO: Final = "D.P.R. 249/1998"
DAL_2008: Final = date(2008, 1, 2)
DAL_2025: Final = date(2025, 10, 10)
MODIFICHE: Final = "mod. D.P.R. 134/2025, in vigore dal 10 ottobre 2025"
NOTA: Final = "nota 31 luglio 2008, n. 3602, da verificare"
MOTIVAZIONE: Final = "L. 241/1990, art. 3"
MEMORIE: Final = "L. 241/1990, art. 10 c. 1 lett. b"
CONFLITTO: Final = "L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7"
DENUNCIA: Final = "art. 331 c.p.p."
LIMITAZIONE: Final = "Regolamento (UE) 2016/679, art. 5 par. 1 lett. c ed e"
PRASSI: Final = "prassi d’istituto: nessuna norma lo fissa"


def statuto(comma: str, articolo: int = 4) -> str:
    """The Statute of the students, at a paragraph of art. 4 where no other is said."""
    return f"{STATUTO}, art. {articolo} c. {comma}"
