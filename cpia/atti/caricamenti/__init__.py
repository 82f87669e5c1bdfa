"""Files that come from outside: accepted for what they contain, never for what they are called.

A short list of kinds is accepted, each recognised by its content and looked through; all the rest
is refused with a sentence for whoever sent it.
"""

from cpia.atti.caricamenti.controllo import controlla
from cpia.atti.caricamenti.esito import FileAccettato, FileRifiutato
from cpia.atti.caricamenti.formati import ESTENSIONI_AMMESSE, Formato, in_linea

__all__ = [
    "ESTENSIONI_AMMESSE",
    "FileAccettato",
    "FileRifiutato",
    "Formato",
    "controlla",
    "in_linea",
]
