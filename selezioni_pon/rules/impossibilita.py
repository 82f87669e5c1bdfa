"""The act by which a school ascertains that it cannot do with whom it asked.

Source: D.Lgs. 165/2001, art. 7 c. 6 lett. b; IC Porto Venere, Regolamento incarichi, art. 2 c. 1
(«attraverso interpelli interni»).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import Fase, MotivoImpossibilita
from selezioni_pon.rules.fonti import COLLABORAZIONI, regolamento

INTERPELLO: Final = f"{COLLABORAZIONI} lett. b; {regolamento('art. 2 c. 1')}"
SENZA_DOMANDE: Final = MotivoImpossibilita.NESSUNA_DOMANDA
SENZA_IDONEI: Final = MotivoImpossibilita.NESSUN_IDONEO
RINUNCE: Final = MotivoImpossibilita.RINUNCE


@dataclass(frozen=True, slots=True)
class Impossibilita:
    """The act by which the dirigente ascertains that the need could not be met, and why."""

    accertata_il: date
    atto: str
    motivo: MotivoImpossibilita
    testo: str = ""


@dataclass(frozen=True, slots=True)
class FaseSvolta:
    """A call of this selection and how it ended; ``conclusa_il`` is None while it runs.

    ``domande`` were received, of these ``idonei`` can be given a post; ``coperti`` posts were.
    """

    fase: Fase
    posti: int
    domande: int = 0
    idonei: int = 0
    coperti: int = 0
    conclusa_il: date | None = None
    impossibilita: Impossibilita | None = None

    @property
    def rimasti(self) -> int:
        """The posts that nobody took."""
        return max(self.posti - self.coperti, 0)


def verifica_impossibilita(svolta: FaseSvolta) -> list[Violazione]:
    """What is against recording it: act, reason, day, and what the call itself tells."""
    accertata = svolta.impossibilita
    if accertata is None:
        testo = (
            f"Non è accertato perché l’avviso per «{svolta.fase.etichetta}» non basta: servono "
            "l’atto del dirigente, il giorno e il motivo."
        )
        return [Violazione("impossibilita_mancante", testo, INTERPELLO, "impossibilita")]
    return [*_atto(accertata), *_giorno(accertata, svolta), *_motivo(accertata, svolta)]


def _atto(accertata: Impossibilita) -> Iterator[Violazione]:
    if not accertata.atto.strip():
        testo = "Scrivi con quale atto il dirigente ha accertato l’impossibilità."
        yield Violazione("impossibilita_senza_atto", testo, INTERPELLO, "atto")


def _giorno(accertata: Impossibilita, svolta: FaseSvolta) -> Iterator[Violazione]:
    if svolta.conclusa_il and accertata.accertata_il < svolta.conclusa_il:
        testo = (
            f"L’impossibilità è del {data_estesa(accertata.accertata_il)}, ma l’avviso si è "
            f"concluso il {data_estesa(svolta.conclusa_il)}: si accerta dopo."
        )
        yield Violazione("impossibilita_prima_dell_esito", testo, INTERPELLO, "accertata_il")


def _motivo(accertata: Impossibilita, svolta: FaseSvolta) -> Iterator[Violazione]:
    """The reason must be what the call itself shows."""
    motivo = accertata.motivo
    domande = plurale(svolta.domande, "domanda", "domande", "nessuna domanda")
    idonei = plurale(svolta.idonei, "idoneo", "idonei", "nessun idoneo")
    smentito = (
        (motivo is SENZA_DOMANDE and svolta.domande > 0)
        or (motivo is SENZA_IDONEI and (svolta.idonei > 0 or svolta.domande == 0))
        or (motivo is RINUNCE and svolta.idonei == 0)
    )
    basta = motivo is MotivoImpossibilita.POSTI_RIMASTI and svolta.idonei >= svolta.posti
    if smentito or basta:
        testo = f"Il motivo «{motivo.etichetta}» non torna con l’avviso: {domande}, {idonei}."
        yield Violazione("impossibilita_smentita", testo, INTERPELLO, "motivo")
