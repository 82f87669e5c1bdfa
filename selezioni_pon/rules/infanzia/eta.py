"""Who may ask for a place by age: in the year, in advance, too young, already of the primary.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 2; D.P.R. 89/2009, art. 2 cc. 1-2.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.computo import MESI_DELL_ANNO, mesi_dopo
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import EtaInfanzia
from selezioni_pon.rules.giorni import nell_anno
from selezioni_pon.rules.infanzia.modello import Bambino
from selezioni_pon.rules.infanzia.parametri import RegoleEta

TRE_ANNI: Final = 3
OBBLIGO: Final = Valore(
    6,
    "D.P.R. 89/2009, art. 2 c. 1: la scuola dell’infanzia è dei bambini fra i tre e i cinque anni "
    "compiuti entro il 31 dicembre",
)


def compie(nascita: date, anni: int) -> date:
    """The birthday on which one has that many years (29 February: the 28th, elsewhere)."""
    return mesi_dopo(nascita, anni * MESI_DELL_ANNO)


def eta(nascita: date, anno: AnnoScolastico, regole: RegoleEta) -> tuple[EtaInfanzia, Motivo]:
    """Which age somebody has for the enrolment of a school year, and why."""
    in_corso = nell_anno(regole.nati_entro.valore, anno)
    in_anticipo = nell_anno(regole.anticipo_entro.valore, anno)
    tre = compie(nascita, TRE_ANNI)
    if compie(nascita, OBBLIGO.valore) <= in_corso:
        testo = (
            f"Compie {OBBLIGO.valore} anni entro il {data_estesa(in_corso)}: è in età di primaria."
        )
        return EtaInfanzia.OBBLIGO, Motivo("eta", OBBLIGO.fonte, testo)
    if tre <= in_corso:
        fonte, come = regole.nati_entro.fonte, f"entro il {data_estesa(in_corso)}"
        return EtaInfanzia.ORDINARIA, _motivo(fonte, tre, come)
    if tre <= in_anticipo:
        come = f"fra il {data_estesa(in_corso)} e il {data_estesa(in_anticipo)}: è in anticipo"
        return EtaInfanzia.ANTICIPO, _motivo(regole.anticipo_entro.fonte, tre, come)
    come = f"dopo il {data_estesa(in_anticipo)}: per il {anno} non può iscriversi"
    return EtaInfanzia.TROPPO_PRESTO, _motivo(regole.anticipo_entro.fonte, tre, come)


def per_eta(
    bambini: Iterable[Bambino], anno: AnnoScolastico, regole: RegoleEta
) -> dict[EtaInfanzia, tuple[Bambino, ...]]:
    """The children parted by age: only the ordinary ones make the list (lett. e2)."""
    parti: dict[EtaInfanzia, list[Bambino]] = {una: [] for una in EtaInfanzia}
    for uno in bambini:
        parti[eta(uno.nascita, anno, regole)[0]].append(uno)
    return {una: tuple(loro) for una, loro in parti.items()}


def _motivo(fonte: str, tre: date, come: str) -> Motivo:
    return Motivo("eta", fonte, f"Compie tre anni il {data_estesa(tre)}, {come}.")
