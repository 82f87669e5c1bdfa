"""A meeting of the welcome: whether it can be written as it was held.

Source: CPIA Napoli Provincia 2, Linee guida per l’accoglienza, parte prima.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.enums import Fase
from patto_formativo.rules.fonti import PARTE_PRIMA

ORE_MASSIME: Final = 12
QUARTI: Final = 4
ISCRIZIONE_DA_SOLA: Final = (
    "L’ora dell’iscrizione si conta da sola, quando l’iscrizione è completa."
)
UGUALE: Final = (
    "C’è già un incontro uguale di quel giorno, della stessa fase e con le stesse ore: se è un "
    "altro, scrivi da che ora."
)


@dataclass(frozen=True, slots=True)
class Quando:
    """A day, the hour at which it begins (None when nobody wrote it) and how many hours.

    ``fase`` is that of a meeting which was written already.
    """

    giorno: date
    dalle: time | None
    ore: Fraction
    fase: Fase | None = None

    def insieme(self, altro: "Quando") -> bool:
        """Whether the two overlap; without an hour nobody knows, and they do not."""
        if self.giorno != altro.giorno or self.dalle is None or altro.dalle is None:
            return False
        mio, suo = self.inizio, altro.inizio
        return mio < suo + altro.durata and suo < mio + self.durata

    def doppione(self, altro: "Quando", fase: Fase) -> bool:
        """Whether, without an hour, nothing tells this one from one that was written already."""
        uguali = (self.giorno, self.ore, fase) == (altro.giorno, altro.ore, altro.fase)
        return self.dalle is None and uguali

    @property
    def inizio(self) -> datetime:
        """When it begins; midnight when nobody wrote it."""
        return datetime.combine(self.giorno, self.dalle or time.min)

    @property
    def durata(self) -> timedelta:
        """How long it lasts."""
        return timedelta(seconds=int(self.ore * 3600))


def verifica_incontro(
    quando: Quando,
    fase: Fase,
    *,
    oggi: date,
    iscritti_il: Sequence[date],
    impegni: Sequence[Quando] = (),
) -> list[Violazione]:
    """What speaks against a meeting.

    ``iscritti_il`` are the days on which those present enrolled, ``impegni`` the other meetings
    at which one of them was.
    """
    violazioni = [*_della_fase(fase), *_del_giorno(quando.giorno, oggi), *_delle_ore(quando.ore)]
    if not iscritti_il:
        violazioni.append(_no("nessuno", "Scegli almeno una persona.", "corsisti"))
    if non_ancora := sum(dal > quando.giorno for dal in iscritti_il):
        testo = plurale(non_ancora, "persona non era ancora iscritta", "persone non erano iscritte")
        detto = f"Il {data_estesa(quando.giorno)} {testo}."
        violazioni.append(_no("prima_dell_iscrizione", detto, "giorno"))
    if quanti := sum(quando.insieme(impegno) for impegno in impegni):
        testo = plurale(quanti, "persona era", "persone erano")
        detto = f"A quell’ora {testo} già a un altro incontro."
        violazioni.append(_no("gia_a_un_incontro", detto, "dalle"))
    if any(quando.doppione(impegno, fase) for impegno in impegni):
        violazioni.append(_no("incontro_doppio", UGUALE, "dalle"))
    return violazioni


def _della_fase(fase: Fase) -> list[Violazione]:
    if fase is not Fase.ISCRIZIONE:
        return []
    return [_no("fase_automatica", ISCRIZIONE_DA_SOLA, "fase", PARTE_PRIMA)]


def _del_giorno(giorno: date, oggi: date) -> list[Violazione]:
    if giorno <= oggi:
        return []
    return [_no("futuro", "Un incontro si registra dopo che si è tenuto.", "giorno")]


def _delle_ore(ore: Fraction) -> list[Violazione]:
    if not 0 < ore <= ORE_MASSIME:
        return [_no("ore", f"Le ore di un incontro vanno da un quarto a {ORE_MASSIME}.", "ore")]
    if (ore * QUARTI).denominator != 1:
        return [_no("quarti", "Le ore si scrivono a quarti: 1, 1,25, 1,5, 1,75.", "ore")]
    return []


def _no(codice: str, testo: str, campo: str, fonte: str = "") -> Violazione:
    return Violazione(codice, testo, fonte, campo)
