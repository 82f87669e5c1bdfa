"""What comes out of the control of a file."""

from dataclasses import dataclass


class FileRifiutato(Exception):
    """A file that is not accepted; the message is Italian and says what to do instead."""

    def __init__(self, messaggio: str) -> None:
        super().__init__(messaggio)
        self.messaggio = messaggio


@dataclass(frozen=True)
class FileAccettato:
    """A file to keep: a clean name, its bytes, what they are, their SHA-256, how many.

    The bytes of a picture are not those that were sent: it is drawn again, without its metadata.
    """

    nome: str
    contenuto: bytes
    tipo_contenuto: str
    impronta: str
    byte: int
