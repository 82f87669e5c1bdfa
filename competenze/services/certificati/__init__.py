"""From the frozen class to the certificates: issued by an act, printed in the background."""

from competenze.services.certificati.annullo import annulla_emissione
from competenze.services.certificati.blocco import STAMPA, STAMPA_TABELLONE
from competenze.services.certificati.emissione import emetti_certificati, ristampa
from competenze.services.certificati.righe import scrivi_righe_libere
from competenze.services.certificati.tabellone import prepara_tabellone

__all__ = [
    "STAMPA",
    "STAMPA_TABELLONE",
    "annulla_emissione",
    "emetti_certificati",
    "prepara_tabellone",
    "ristampa",
    "scrivi_righe_libere",
]
