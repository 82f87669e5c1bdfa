"""What the office may write of somebody: days that hold together, a sanction with its act."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bonus_merito.rules.fonti import modello
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa

ESCLUSIONI: Final = modello("art. 2")
GIORNI_DELL_ANNO: Final = 366


@dataclass(frozen=True, slots=True)
class Accertati:
    """Days of the school year; ``congedi`` are those of maternity, paternity, parental leave."""

    di_ruolo: bool
    giorni_lavorativi: int
    assenze: int
    congedi: int
    sanzione_il: date | None
    atto_sanzione: str


def contro_i_requisiti(dati: Accertati, oggi: date, fine_anno: date) -> list[Violazione]:
    """What does not hold together, each at its field; ``fine_anno`` ends the year of the bonus."""
    contro = []
    if not 1 <= dati.giorni_lavorativi <= GIORNI_DELL_ANNO:
        contro.append(
            Violazione(
                "giorni", "I giorni di lavoro vanno da 1 a 366.", ESCLUSIONI, "giorni_lavorativi"
            )
        )
    if dati.assenze > dati.giorni_lavorativi:
        testo = "Le assenze sono più dei giorni di lavoro."
        contro.append(Violazione("assenze", testo, ESCLUSIONI, "assenze"))
    if dati.congedi > dati.assenze:
        testo = "I congedi stanno nelle assenze: sono di più."
        contro.append(Violazione("congedi", testo, ESCLUSIONI, "congedi"))
    return [*contro, *_contro_la_sanzione(dati, oggi, fine_anno)]


def _contro_la_sanzione(dati: Accertati, oggi: date, fine_anno: date) -> list[Violazione]:
    """One row keeps one sanction: a later one would hide that of the year, which counts."""
    giorno = dati.sanzione_il
    if giorno is None:
        if not dati.atto_sanzione:
            return []
        testo = "Scrivi anche il giorno."
    elif giorno > oggi:
        testo = "Quel giorno deve ancora venire."
    elif giorno > fine_anno:
        testo = f"Scrivi l’ultima fino al {data_estesa(fine_anno)}: quelle dopo non contano."
    else:
        if dati.atto_sanzione:
            return []
        return [Violazione("atto", "Scrivi con quale atto.", ESCLUSIONI, "atto_sanzione")]
    return [Violazione("sanzione", testo, ESCLUSIONI, "sanzione_il")]
