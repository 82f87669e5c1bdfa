"""The sources as they are cited: an article, a phase or a paragraph is added by who judges."""

from typing import Final

CPIA: Final = "(CPIA Napoli Provincia 2)"
ISTITUTO: Final = f"Regolamento d’istituto {CPIA}"
CAPO_III: Final = f"{ISTITUTO}, capo III"
COMMISSIONE: Final = f"Regolamento della Commissione {CPIA}"
ISCRIZIONI: Final = f"Regolamento iscrizioni {CPIA}"
ACCOGLIENZA: Final = f"Linee guida per l’accoglienza {CPIA}"
FASE_1: Final = f"{ACCOGLIENZA}, fase 1"
PARTE_PRIMA: Final = f"{ACCOGLIENZA}, parte prima"
CREDITI: Final = f"Linee guida per il riconoscimento dei crediti {CPIA}"
PROGRAMMAZIONE: Final = "D.I. 12 marzo 2015, Linee guida"
IDA: Final = "D.P.R. 263/2012"
