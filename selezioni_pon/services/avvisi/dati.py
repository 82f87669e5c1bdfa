"""What is written of a call and of what is ascertained after it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from selezioni_pon.enums import MotivoImpossibilita


@dataclass(frozen=True)
class DatiAvviso:
    """The whole of a draft, as the form has it; a field not yet written is empty or None.

    ``ruolo`` and ``posti`` are those of the selection too while no call of it was published;
    afterwards the role stays as it is and the posts are at most those left.
    """

    ruolo: str
    posti: int
    griglia_id: int | None = None
    ore: Decimal = Decimal(0)
    compenso_minimo: Decimal | None = None
    compenso_massimo: Decimal | None = None
    dal: date | None = None
    al: date | None = None
    luogo: str = ""
    ordine_scolastico: str = ""
    titoli_di_studio: str = ""
    come_si_presenta: str = ""
    pagamento: str = ""
    trattamento: str = ""
    sospensioni: str = ""
    responsabile_id: int | None = None
    cig: str = ""
    scade: datetime | None = None
    urgenza: str = ""
    reclamo_giorni: int | None = None


@dataclass(frozen=True)
class DatiImpossibilita:
    """The act of the dirigente, its day, its reason and the numbers of the call."""

    motivo: MotivoImpossibilita
    atto: str
    accertata_il: date
    domande: int = 0
    idonei: int = 0
    coperti: int = 0
    testo: str = ""
