"""The subjects under which the parameters are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cpia.norme.enums import Organo
from cpia.norme.rules.catalogo import CHIAVI, chiave_nota

ORGANI: Final = "organi"
NOMI: Final = {
    "calendario": "Calendario",
    "albo": "Albo",
    "atti": "Firma degli atti",
    "competenze": "Certificazione delle competenze",
    "disciplina": "Disciplina",
    "sedute": "Avvisi sulle sedute",
    "patto": "Patto formativo",
    "bonus": "Bonus premiale",
    "selezioni": "Selezioni",
    **{organo.value: organo.etichetta for organo in Organo},
}


@dataclass(frozen=True, slots=True)
class Tema:
    """One subject: its code, its name, and its parameters in the catalogue's order."""

    codice: str
    nome: str
    chiavi: tuple[str, ...]


def tema_di(chiave: str) -> str:
    """The code of the subject of a parameter: the organ, or the first word of the key."""
    prima, *altre = chiave.split(".")
    return altre[0] if prima == ORGANI else prima


def nome_del_tema(codice: str) -> str:
    """The name of a subject."""
    return NOMI.get(codice, codice.replace("_", " ").capitalize())


def temi(chiavi: Iterable[str] = CHIAVI) -> tuple[Tema, ...]:
    """The subjects of some known parameters, in the catalogue's order."""
    volute = set(chiavi)
    gruppi: dict[str, list[str]] = {}
    for chiave in CHIAVI:
        if chiave in volute:
            gruppi.setdefault(tema_di(chiave), []).append(chiave)
    return tuple(Tema(codice, nome_del_tema(codice), tuple(sue)) for codice, sue in gruppi.items())


def etichetta_breve(chiave: str) -> str:
    """The name of a parameter where its organ is already said. Raises ChiaveSconosciuta."""
    etichetta = chiave_nota(chiave).etichetta
    if not chiave.startswith(f"{ORGANI}."):
        return etichetta
    breve = etichetta.partition(": ")[2]
    return f"{breve[:1].upper()}{breve[1:]}"
