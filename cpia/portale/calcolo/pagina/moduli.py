"""The kinds on the page: all those of the registry, each with its description if it has one."""

from cpia.portale.calcolo.pagina import (
    bonus,
    competenze,
    crediti,
    griglia,
    quorum,
    sanzione,
    termine,
    votazione,
)
from cpia.portale.calcolo.pagina.descrizione import Modulo
from cpia.portale.calcolo.registro import CALCOLI

_DESCRITTI = {
    "competenze": competenze.MODULO,
    "termine": termine.MODULO,
    "quorum": quorum.MODULO,
    "votazione": votazione.MODULO,
    "crediti": crediti.MODULO,
    "bonus": bonus.MODULO,
    "griglia": griglia.MODULO,
    "sanzione": sanzione.MODULO,
}


def _senza_modulo(tipo: str) -> Modulo:
    """A kind that nobody has described yet is asked in JSON, and shows all that it answers."""
    titolo = tipo.replace("_", " ").capitalize()
    return Modulo(titolo, "La richiesta si scrive in JSON, come per il comando «calcola».")


MODULI: dict[str, Modulo] = {tipo: _DESCRITTI.get(tipo) or _senza_modulo(tipo) for tipo in CALCOLI}
