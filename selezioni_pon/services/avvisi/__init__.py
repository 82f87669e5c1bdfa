"""The acts on a call: written, published, revoked, ascertained not to be enough."""

from selezioni_pon.services.avvisi.carta import chiedi_carta, chiedi_stampa, stampa_avviso
from selezioni_pon.services.avvisi.dati import DatiAvviso, DatiImpossibilita
from selezioni_pon.services.avvisi.esito import accerta_impossibilita, revoca_avviso
from selezioni_pon.services.avvisi.pubblicazione import pubblica_avviso
from selezioni_pon.services.avvisi.scrittura import elimina_bozza, scrivi_avviso

__all__ = [
    "DatiAvviso",
    "DatiImpossibilita",
    "accerta_impossibilita",
    "chiedi_carta",
    "chiedi_stampa",
    "elimina_bozza",
    "pubblica_avviso",
    "revoca_avviso",
    "scrivi_avviso",
    "stampa_avviso",
]
