"""How early children attend, and who may still enrol in a section that holds some.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 3 lett. d, e, f.
"""

from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.rules.giorni import nell_anno
from selezioni_pon.rules.infanzia.eta import TRE_ANNI, compie
from selezioni_pon.rules.infanzia.modello import RegoleAnticipi, RegoleFrequenza


@dataclass(frozen=True, slots=True)
class Frequenza:
    """From when a child attends, mornings only, and from when the whole day.

    ``dal`` is None where the regulation gives no day: after the new ones that are not early.
    """

    dal: date | None
    giornata_intera_dal: date
    motivo: Motivo


def frequenza(nascita: date, anno: AnnoScolastico, regole: RegoleFrequenza) -> Frequenza:
    """When an early child comes in: those of January in autumn, the others in January."""
    tre = compie(nascita, TRE_ANNI)
    gennaio = nell_anno(regole.secondo_dal.valore, anno)
    intera = f"tutto il giorno dal {data_estesa(tre)}, quando compie tre anni"
    if (tre.year, tre.month) <= (gennaio.year, gennaio.month):
        testo = f"Solo il mattino, dopo gli esordienti non in anticipo; {intera}."
        return Frequenza(None, tre, Motivo("frequenza", regole.fonte_primo, testo))
    testo = f"Solo il mattino dal {data_estesa(gennaio)}; {intera}."
    return Frequenza(gennaio, tre, Motivo("frequenza", regole.secondo_dal.fonte, testo))


def contro_la_frequenza(*, autonomo: bool, regole: RegoleFrequenza) -> list[Violazione]:
    """What is against attending: a child that neither walks enough nor uses the toilet alone."""
    if autonomo:
        return []
    testo = (
        "Per frequentare serve una sufficiente autonomia nei movimenti e nell’uso dei servizi "
        "igienici, e non c’è ancora."
    )
    return [Violazione("autonomia", testo, regole.fonte_autonomia, "autonomo")]


def contro_l_iscrizione_dopo(
    *,
    anticipi: int,
    frequentanti: int,
    residenza_dal: date | None,
    giorno: date,
    regole: RegoleAnticipi,
) -> list[Violazione]:
    """What is against enrolling after the count in a section that holds early children.

    ``giorno`` is the day of the count (30 August); only who has come to live in the territory
    after it may be considered, case by case, and within the most of the section.
    """
    if not anticipi:
        return []
    trovate = []
    if residenza_dal is None or residenza_dal <= giorno:
        testo = (
            f"La sezione accoglie {anticipi} in anticipo: dopo il {data_estesa(giorno)} si valuta "
            "solo chi ha preso la residenza più tardi."
        )
        trovate.append(Violazione("sezione_con_anticipi", testo, regole.dopo))
    if frequentanti >= regole.numeri.massimo.valore:
        testo = (
            f"La sezione con anticipi ha già {frequentanti} frequentanti: non più di "
            f"{regole.numeri.massimo.valore}."
        )
        trovate.append(Violazione("sezione_con_anticipi_piena", testo, regole.numeri.massimo.fonte))
    return trovate
