"""The acts of the change of year, which the segreteria didattica does."""

from cpia.scuola.anno.services.classi import aggiungi_classe, prepara_classi
from cpia.scuola.anno.services.copie import scegli_copie
from cpia.scuola.anno.services.esiti import Decisione, decidi_esiti, proponi_esiti
from cpia.scuola.anno.services.passaggio import Compiuto, compi_passaggio

__all__ = [
    "Compiuto",
    "Decisione",
    "aggiungi_classe",
    "compi_passaggio",
    "decidi_esiti",
    "prepara_classi",
    "proponi_esiti",
    "scegli_copie",
]
