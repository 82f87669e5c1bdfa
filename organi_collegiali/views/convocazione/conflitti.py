"""Two people who wrote in the same field: both values, in words."""

from dataclasses import asdict, dataclass
from datetime import datetime

from cpia.norme.errori import Conflitto
from cpia.scuola.parole import giorno_e_ora
from organi_collegiali.services.convocazione.bozze import DatiSeduta

NOMI = {
    "tipo": "Tipo di seduta",
    "platea": "Chi siede",
    "inizio_previsto": "Giorno e ora",
    "fine_prevista": "Fine prevista",
    "luogo": "Luogo",
    "collegamento": "Collegamento a distanza",
    "motivo_urgenza": "Perché è urgente",
    "riservata": "Seduta riservata",
}


@dataclass(frozen=True)
class Contrasto:
    """A field with the two values that were written in it."""

    nome: str
    mio: str
    altro: str


def contrasti(conflitto: Conflitto, letti: DatiSeduta, scritti: DatiSeduta) -> list[Contrasto]:
    """What was written here and what is kept, for each field in which they contrast."""
    tenuti = conflitto.attuale
    if not isinstance(tenuti, DatiSeduta):
        return []
    contesi = letti.diversi(scritti) & letti.diversi(tenuti) & scritti.diversi(tenuti)
    miei, altrui = asdict(scritti), asdict(tenuti)
    return [
        Contrasto(etichetta, _in_parole(miei[nome]), _in_parole(altrui[nome]))
        for nome, etichetta in NOMI.items()
        if nome in contesi
    ]


def _in_parole(valore: object) -> str:
    match valore:
        case bool():
            return "sì" if valore else "no"
        case datetime():
            return giorno_e_ora(valore)
        case "" | None:
            return "niente"
        case _:
            return str(valore)
