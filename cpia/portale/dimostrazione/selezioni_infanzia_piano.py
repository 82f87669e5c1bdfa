"""The enrolments at two scuole dell’infanzia of the comprensivo: places, families, titles."""

from dataclasses import dataclass
from datetime import date

from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.scuola import istante
from selezioni_pon.enums import GruppoPrecedenza

MADRE = Conto(
    "famiglia@pinocchio.example", "Moscatelli", "Sara", "F",
    "madre, ha chiesto l’iscrizione alla scuola dell’infanzia",
)  # fmt: skip
CONTI = (MADRE,)
ENTRO = date(2024, 2, 10)
APERTI_IL = istante(date(2024, 1, 15), 9)
# From the first morning of the enrolments, so many each day.
PRIMO, AL_GIORNO = date(2024, 1, 18), 2
PROVVISORIO_IL, OSSERVAZIONI = istante(date(2024, 2, 19), 12), date(2024, 2, 26)
DEFINITIVO_IL = istante(date(2024, 4, 26), 10, 10)
RINUNCIA_IL, RINUNCIA_ATTO = istante(date(2024, 6, 3), 11, 30), "nota della famiglia del 3 giugno"
NATI = (date(2021, 1, 4), date(2021, 12, 20))
ANTICIPO_NATO = date(2022, 2, 17)
TARDI_IL = istante(date(2024, 2, 15), 10)
NON_CONTA = "Dal contratto di lavoro risultano 4 ore al giorno, e ne servono 6."
DIAGNOSI = "certificazione e diagnosi funzionale, agli atti riservati"


@dataclass(frozen=True, slots=True)
class BambinoDemo:
    """A child with a name of its own, whose adult has a login."""

    cognome: str
    nome: str
    sesso: str
    nascita: date
    titoli: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScuolaInfanzia:
    """A school: its sections with how many severe disabilities, the titles of each child.

    The first child has a precedence where ``precedenza``; ``tardi`` and ``anticipi`` ask too.
    """

    nome: str
    sezioni: tuple[tuple[str, int], ...]
    titoli: tuple[tuple[str, ...], ...]
    seme: int
    precedenza: GruppoPrecedenza | None = None
    tardi: bool = False
    anticipi: bool = False
    figlio: BambinoDemo | None = None


QUI, FUORI = "A.1", "A.2"
FRATELLI, UNO_SOLO, NIDO, LAVORANO, TRE_FIGLI = "A.3", "A.4", "A.5", "A.6", "A.7"
GIRASOLE = ScuolaInfanzia(
    "Scuola dell’infanzia “Il Girasole”",
    (("A", 1),),
    (
        (QUI,), (QUI, FRATELLI), (QUI, LAVORANO), (FUORI, LAVORANO), (QUI, UNO_SOLO, NIDO),
        (QUI, FRATELLI, LAVORANO), (LAVORANO,), (QUI, LAVORANO), (FUORI, TRE_FIGLI), (QUI, NIDO),
        (NIDO, LAVORANO), (QUI, FRATELLI, TRE_FIGLI), (QUI,), (FUORI, FRATELLI), (QUI, LAVORANO),
        (UNO_SOLO,), (QUI, NIDO, LAVORANO), (LAVORANO, TRE_FIGLI), (QUI, TRE_FIGLI), (QUI,),
        (UNO_SOLO, TRE_FIGLI), (TRE_FIGLI,), (QUI, LAVORANO),
    ),
    2021,
    GruppoPrecedenza.DISABILITA, tardi=True, anticipi=True,
    figlio=BambinoDemo("Baldini", "Leonardo", "M", date(2021, 6, 9), (LAVORANO,)),
)  # fmt: skip
AQUILONE = ScuolaInfanzia(
    "Scuola dell’infanzia “L’Aquilone”",
    (("A", 0), ("B", 0)),
    ((QUI,), (QUI, FRATELLI), (FUORI,), (QUI, LAVORANO)),
    2022,
)
SCUOLE = (GIRASOLE, AQUILONE)
AQUILONE_PROVVISORIO_IL, AQUILONE_OSSERVAZIONI = istante(date(2024, 6, 4), 10), date(2024, 6, 11)
