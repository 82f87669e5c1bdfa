"""What a draft changes and what the checker would find in it."""

from dataclasses import dataclass, replace
from datetime import date

from cpia.norme.leggi import leggi
from cpia.norme.models import Parametro, Regolamento
from cpia.norme.queries.confronto import detti_del_regolamento
from cpia.norme.queries.regolamenti import (
    Versione,
    bozza_di,
    disposizioni_in_vigore,
    righe,
    temi_del_regolamento,
)
from cpia.norme.queries.righe import disposizione, scritto_di
from cpia.norme.rules import Disposizione, ValoreNonValido, chiave_nota
from cpia.norme.rules.confronto import Riga, confronta
from cpia.norme.rules.controllo import controlla
from cpia.norme.rules.dire import dire_testo
from cpia.norme.rules.rilievi import Rilievo
from cpia.norme.rules.scritto import impronta_di
from cpia.norme.rules.temi import Tema, temi

__all__ = [
    "Verifica",
    "bozza_di",
    "che_cosa_cambia",
    "da_aggiungere",
    "impronta_della_bozza",
    "prova_valore",
    "riga_di",
    "rilievi_della_bozza",
    "temi_del_regolamento",
]


@dataclass(frozen=True, slots=True)
class Verifica:
    """The judgement of a value that is being written: how it reads, or why it does not."""

    dice: str
    errore: str
    rilievi: tuple[Rilievo, ...]


def riga_di(regolamento: Regolamento, chiave: str) -> Parametro | None:
    """The row of one rule, if the regulation has it. One query."""
    return regolamento.parametri.filter(chiave=chiave).first()


def da_aggiungere(gruppi: list[tuple[Tema, list[Versione]]]) -> tuple[Tema, ...]:
    """The rules that a regulation does not have yet, by subject."""
    presenti = {versione.riga.chiave for _, versioni in gruppi for versione in versioni}
    return temi(chiave for tema in temi() for chiave in tema.chiavi if chiave not in presenti)


def che_cosa_cambia(bozza: Regolamento) -> tuple[Riga, ...]:
    """The rules that differ from the version that the draft replaces. At most two queries."""
    prima = detti_del_regolamento(bozza.sostituisce) if bozza.sostituisce else []
    cambiate = confronta(prima, detti_del_regolamento(bozza))
    return tuple(riga for riga in cambiate if not riga.uguale)


def impronta_della_bozza(bozza: Regolamento) -> str:
    """What changes when anybody writes in the draft. One query."""
    return impronta_di(scritto_di(riga) for riga in bozza.parametri.all())


def rilievi_della_bozza(bozza: Regolamento, giorno: date) -> tuple[Rilievo, ...]:
    """What the checker would find about its rules, were it in force. Two queries."""
    proprie = _proprie(bozza, giorno)
    return _del_controllo(bozza, proprie, {d.chiave for d in proprie}, giorno)


def prova_valore(bozza: Regolamento, chiave: str, valore: str, giorno: date) -> Verifica:
    """What the checker says of one value in the place of the draft's own. Two queries."""
    try:
        chiave_nota(chiave).leggi(valore)
    except ValoreNonValido as errore:
        return Verifica("", f"{errore}.", ())
    proprie = [d for d in _proprie(bozza, giorno) if d.chiave != chiave]
    proprie.append(
        Disposizione(chiave, valore, f"{bozza.titolo} (bozza)", "", "valore scritto qui", giorno)
    )
    rilievi = _del_controllo(bozza, proprie, {chiave}, giorno)
    return Verifica(dire_testo(chiave, valore), "", rilievi)


def _proprie(bozza: Regolamento, giorno: date) -> list[Disposizione]:
    """The rules of the draft as if they held on ``giorno``."""
    titolo = f"{bozza.titolo} (bozza)"
    return [
        replace(disposizione(riga), regolamento=titolo, dal=giorno, al=None)
        for riga in righe(bozza)
    ]


def _del_controllo(
    bozza: Regolamento, proprie: list[Disposizione], chiavi: set[str], giorno: date
) -> tuple[Rilievo, ...]:
    """The findings that regard some keys, with the other regulations that stay in force."""
    altre = disposizioni_in_vigore(bozza.istituto_id, giorno, tranne=bozza.sostituisce)
    trovati = controlla([*proprie, *altre], leggi(), giorno)
    return tuple(rilievo for rilievo in trovati if rilievo.chiavi & chiavi)
