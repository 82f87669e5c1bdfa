"""What the room of a sitting shows: who is in, what is under discussion, what has been decided."""

from organi_collegiali.queries.aula.lettura import aula
from organi_collegiali.queries.aula.sala import Aula

__all__ = ["Aula", "aula"]
