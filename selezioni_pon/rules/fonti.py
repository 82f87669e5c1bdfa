"""The acts on which the rules of a selection rest."""

from typing import Final

REGOLAMENTO: Final = "IC Porto Venere, Regolamento per il conferimento di incarichi"
CONFLITTO: Final = "L. 241/1990, art. 6-bis; D.P.R. 62/2013, art. 7"
CONDANNE: Final = (
    "D.Lgs. 165/2001, art. 35-bis c. 1 lett. a, per analogia: parla di pubblici impieghi"
)
DOPO_LA_SCADENZA: Final = "D.Lgs. 36/2023, art. 93 c. 1, come modello"
MOTIVAZIONE: Final = "L. 241/1990, art. 3"
REVOCA: Final = "L. 241/1990, artt. 3 e 21-quinquies"
RECLAMO: Final = "D.P.R. 275/1999, art. 14 c. 7"
COLLABORAZIONI: Final = "D.Lgs. 165/2001, art. 7 c. 6"
PLURIME: Final = "CCNL Scuola 29 novembre 2007, artt. 35 e 57"
COLLEGIO_PERFETTO: Final = "principio del collegio perfetto nelle commissioni che valutano"
PRASSI: Final = "prassi d’istituto: nessuna norma lo fissa"


def regolamento(articolo: str) -> str:
    """The regulation of the school on which the practice is modelled, at one of its articles."""
    return f"{REGOLAMENTO}, {articolo}"
