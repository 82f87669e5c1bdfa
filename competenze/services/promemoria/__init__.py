"""Who is told what in a campaign: planned at each tick, asked again before each is sent."""

from competenze.services.promemoria.controllo import ancora_dovuto
from competenze.services.promemoria.uscita import pianifica

__all__ = ["ancora_dovuto", "pianifica"]
