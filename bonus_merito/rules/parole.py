"""The words for who takes part: teachers in one procedure, the ATA staff in the other."""

from bonus_merito.enums import Categoria
from cpia.scuola.parole import plurale

CHI: dict[Categoria, tuple[str, str]] = {
    Categoria.DOCENTI: ("docente", "docenti"),
    Categoria.ATA: ("persona", "persone"),
}
ALTRI: dict[Categoria, str] = {
    Categoria.DOCENTI: "altri docenti",
    Categoria.ATA: "altro personale",
}


def uno_di(categoria: str) -> str:
    """``docente``, ``persona``."""
    return CHI[Categoria(categoria)][0]


def quanti_di(numero: int, categoria: str, nessuno: str = "") -> str:
    """``3 docenti``, ``1 persona``; for none ``nessuno`` where it is given."""
    return plurale(numero, *CHI[Categoria(categoria)], *([nessuno] if nessuno else []))
