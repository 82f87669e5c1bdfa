"""What who learns, or who answers for a minor, reads of the own path."""

from patto_formativo.queries.adulto.fatti import fatti_della
from patto_formativo.queries.adulto.miei import domanda_accolta, miei
from patto_formativo.queries.adulto.patto import MioPatto, mio_patto, richieste_mie
from patto_formativo.queries.adulto.riconosciuti import Riconosciuti, riconosciuti

__all__ = [
    "MioPatto",
    "Riconosciuti",
    "domanda_accolta",
    "fatti_della",
    "miei",
    "mio_patto",
    "richieste_mie",
    "riconosciuti",
]
