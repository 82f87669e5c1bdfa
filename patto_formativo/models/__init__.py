"""Who enrols in a CPIA, what is known of them, what is agreed, how they attend.

Every row belongs to the CPIA; only ``Condivisione`` belongs to two institutes of the network.
"""

from patto_formativo.models.accoglienza import Incontro, Intervista, PresenzaIncontro, Prova
from patto_formativo.models.condivisione import Condivisione
from patto_formativo.models.corsisti import Corsista
from patto_formativo.models.domande import Carta, DomandaIscrizione
from patto_formativo.models.dossier import Certificato, Dossier, Evidenza
from patto_formativo.models.frequenza import (
    AvvisoAssenza,
    Deroga,
    DocenteGruppo,
    Gruppo,
    Lezione,
    Membro,
    Presenza,
    Segno,
)
from patto_formativo.models.offerta import (
    AperturaIscrizioni,
    Offerta,
    QuadroOrario,
    UnitaApprendimento,
)
from patto_formativo.models.patti import (
    FirmaPatto,
    Patto,
    RichiestaModifica,
    UnitaDelPatto,
    Versione,
)
from patto_formativo.models.testi import TestoApprovato

__all__ = [
    "AperturaIscrizioni",
    "AvvisoAssenza",
    "Carta",
    "Certificato",
    "Condivisione",
    "Corsista",
    "Deroga",
    "DocenteGruppo",
    "DomandaIscrizione",
    "Dossier",
    "Evidenza",
    "FirmaPatto",
    "Gruppo",
    "Incontro",
    "Intervista",
    "Lezione",
    "Membro",
    "Offerta",
    "Patto",
    "Presenza",
    "PresenzaIncontro",
    "Prova",
    "QuadroOrario",
    "RichiestaModifica",
    "Segno",
    "TestoApprovato",
    "UnitaApprendimento",
    "UnitaDelPatto",
    "Versione",
]
