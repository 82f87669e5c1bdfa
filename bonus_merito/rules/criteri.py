"""When criteria are whole, and on which act they may be adopted.

Source: L. 107/2015 art. 1 c. 129 point 3, the three areas; CPIA Caltanissetta/Enna, Criteri e
regolamento, 20 May 2019: codes A1 to C2, indicators, tools, the three levels of Tabella A.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bonus_merito.enums import Area
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa

AREE: Final = "L. 107/2015, art. 1 c. 129 n. 3"
CONTRATTO: Final = "L. 160/2019, art. 1 c. 249: le aree sono quelle del contratto integrativo"
PUBBLICI: Final = (
    "CPIA Napoli Provincia 2, Regolamento della commissione per la valutazione dei docenti, "
    "art. 10 cc. 3-4: i criteri si pubblicano all’albo"
)
COMITATO: Final = "L. 107/2015, art. 1 cc. 127 e 129: i criteri li individua il Comitato"
TABELLA_A: Final = "Tabella A, allegata ai criteri"
LIVELLI: Final = (1, 2, 3)
CODICE: Final = re.compile(r"([ABC])[1-9][0-9]?")


@dataclass(frozen=True, slots=True)
class CriterioScritto:
    """A criterion as it is judged: the code of its heading and how many indicators it has."""

    codice: str
    indicatori: int


@dataclass(frozen=True, slots=True)
class AttoDiAdozione:
    """What adopts: a deliberation of the portal, of this day, and the act of who directs, if any.

    ``atto`` is in words with its number, ``giorno`` its day; without a deliberation it stands
    alone, as an act of before.
    """

    delibera: date | None
    atto: str
    giorno: date | None


def codice_dell_area(codice: str, area: Area) -> bool:
    """Whether a code (``A1``) is one of this area."""
    letto = CODICE.fullmatch(codice)
    return letto is not None and letto.group(1) == area.value


def verifica_completezza(
    aree: Mapping[Area, Sequence[CriterioScritto]],
    livelli: Mapping[str, str],
    *,
    tutte_le_aree: bool = True,
) -> list[Violazione]:
    """What is missing for criteria to be adopted: an area, an indicator, the words of a level.

    ``tutte_le_aree`` where the law names them: for teachers, by the Comitato. Of the bargaining,
    and for the ATA staff, one area is enough.
    """
    return [
        *_aree(aree, tutte_le_aree=tutte_le_aree),
        *(
            Violazione("livello_muto", f"Manca la descrizione del livello {n}.", TABELLA_A)
            for n in LIVELLI
            if not livelli.get(str(n), "").strip()
        ),
    ]


def _aree(
    aree: Mapping[Area, Sequence[CriterioScritto]], *, tutte_le_aree: bool
) -> Iterator[Violazione]:
    if not (tutte_le_aree or any(aree.values())):
        testo = "Non c’è ancora nessun criterio: ne serve almeno uno, in un’area."
        yield Violazione("area_vuota", testo, CONTRATTO)
    for area in Area:
        if tutte_le_aree or aree.get(area):
            yield from _dell_area(area, aree.get(area, ()))


def _dell_area(area: Area, criteri: Sequence[CriterioScritto]) -> Iterator[Violazione]:
    if not criteri:
        yield Violazione("area_vuota", f"L’area {area.value} non ha ancora criteri.", AREE)
    for numero, criterio in enumerate(criteri, start=1):
        if not criterio.indicatori:
            dove = f"Il {numero}º criterio dell’area {area.value} ({criterio.codice})"
            testo = f"{dove} non ha indicatori: non si saprebbe che cosa guardare."
            yield Violazione("senza_indicatori", testo, AREE)


def verifica_articoli(numeri: Sequence[int]) -> list[Violazione]:
    """The articles whose number is of another one too: a citation must find one."""
    doppi = sorted({numero for numero in numeri if numeri.count(numero) > 1})
    return [
        Violazione(
            "articolo_doppio", f"Ci sono due articoli {n}: ognuno ha il suo numero.", COMITATO
        )
        for n in doppi
    ]


def verifica_atto(adozione: AttoDiAdozione, oggi: date) -> list[Violazione]:
    """What speaks against the acts: one at least, each whole, of a day that has come."""
    if adozione.delibera is None and not adozione.atto:
        testo = "Scegli la delibera del Comitato o scrivi l’atto che li ha adottati."
        return [Violazione("senza_atto", testo, COMITATO, "delibera")]
    if adozione.atto and adozione.giorno is None:
        testo = "Scrivi il giorno dell’atto."
        return [Violazione("senza_giorno", testo, COMITATO, "adottati_il")]
    if adozione.giorno is None:
        return []
    return list(_del_giorno(adozione, adozione.giorno, oggi))


def _del_giorno(adozione: AttoDiAdozione, giorno: date, oggi: date) -> Iterator[Violazione]:
    quando = data_estesa(giorno)
    if not adozione.atto:
        testo = f"Scrivi il numero del decreto del {quando}."
        yield Violazione("senza_numero", testo, COMITATO, "atto")
    if giorno > oggi:
        testo = f"L’atto sarebbe del {quando}, che deve ancora venire."
        yield Violazione("giorno_a_venire", testo, COMITATO, "adottati_il")
    if adozione.delibera is not None and giorno < adozione.delibera:
        testo = f"Il decreto sarebbe del {quando}, prima della delibera."
        yield Violazione("prima_della_delibera", testo, COMITATO, "adottati_il")
