"""The one door to paper: HTML of ours in, an archivable and accessible PDF out.

Every file is PDF/A-2a and PDF/UA-1 at once, reads nothing that is not shipped with the portal,
opens no connection, and is the same to the byte for the same arguments.
"""

from cpia.atti.pdf.errori import (
    CaratteriNonStampabili,
    StampaFallita,
    StampaTroppoGrande,
    StampaTroppoLunga,
    StampaTroppoPesante,
)
from cpia.atti.pdf.limiti import Limiti, con_limiti
from cpia.atti.pdf.motore import scalda, stampa
from cpia.atti.pdf.pagine import quante_pagine
from cpia.atti.pdf.risorse import RisorsaRifiutata, Risorse

__all__ = [
    "CaratteriNonStampabili",
    "Limiti",
    "RisorsaRifiutata",
    "Risorse",
    "StampaFallita",
    "StampaTroppoGrande",
    "StampaTroppoLunga",
    "StampaTroppoPesante",
    "con_limiti",
    "quante_pagine",
    "scalda",
    "stampa",
]
