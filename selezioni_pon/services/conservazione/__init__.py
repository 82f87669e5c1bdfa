"""What is deleted when its term is over; what has a protocol number waits for the archive."""

from selezioni_pon.services.conservazione.bozze import elimina_bozze_scadute
from selezioni_pon.services.conservazione.infanzia import elimina_iscrizioni_scadute

__all__ = ["elimina_bozze_scadute", "elimina_iscrizioni_scadute"]
