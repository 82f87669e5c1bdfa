"""What a judgement takes and gives, as everywhere in the portal."""

from cpia.norme.rules.motivi import Motivo, Valore, Violazione, conta

__all__ = ["Motivo", "Valore", "Violazione", "conta"]
