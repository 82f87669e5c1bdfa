"""The acts on roles: to give one, to move its end, to withdraw it, to let another hold it."""

from cpia.scuola.incarichi.services.comuni import IncaricoRifiutato
from cpia.scuola.incarichi.services.conferimento import cambia_termine, conferisci_incarico
from cpia.scuola.incarichi.services.revoca import revoca_incarico
from cpia.scuola.incarichi.services.sostituzioni import sostituisci_titolare

__all__ = [
    "IncaricoRifiutato",
    "cambia_termine",
    "conferisci_incarico",
    "revoca_incarico",
    "sostituisci_titolare",
]
