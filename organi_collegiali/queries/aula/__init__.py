"""What the room of a sitting shows: who is in, what is under discussion, what has been decided."""

from organi_collegiali.queries.aula.sala import Aula, aula

__all__ = ["Aula", "aula"]
