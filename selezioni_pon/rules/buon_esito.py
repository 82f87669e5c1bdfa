"""The check of the work, what may follow, and what is paid, exact to the cent.

Source: IC Porto Venere, Regolamento incarichi, art. 7 c. 3 and art. 8.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.norme.rules.termini import CALENDARIO_COMUNE, scadenza
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import GiudizioIncarico, Rimedio
from selezioni_pon.rules.cifre import al_centesimo, in_cifre, in_euro
from selezioni_pon.rules.fonti import MOTIVAZIONE, regolamento

ART_8: Final = regolamento("art. 8 cc. 2-3")
PARTE: Final = regolamento("art. 8 c. 3")
A_FASI: Final = regolamento("art. 7 c. 3")
INTEGRAZIONE: Final = Valore(30, ART_8)
RIMEDI: Final[dict[GiudizioIncarico, tuple[Rimedio, ...]]] = {
    GiudizioIncarico.CONFORME: (Rimedio.LIQUIDAZIONE,),
    GiudizioIncarico.PARZIALE: (Rimedio.INTEGRAZIONE, Rimedio.LIQUIDAZIONE_PARZIALE),
    GiudizioIncarico.NON_CONFORME: (Rimedio.INTEGRAZIONE, Rimedio.RISOLUZIONE),
}


@dataclass(frozen=True, slots=True)
class Verifica:
    """What the dirigente has found and does; ``entro`` is the day given to mend the work."""

    data: date
    giudizio: GiudizioIncarico
    rimedio: Rimedio
    motivo: str = ""
    entro: date | None = None


@dataclass(frozen=True, slots=True)
class Liquidazione:
    """What is paid now, in cents, and how it is reached."""

    importo: int
    maturato: int
    motivi: tuple[Motivo, ...]


def verifica_esito(
    verifica: Verifica,
    giorni: Valore[int] = INTEGRAZIONE,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> list[Violazione]:
    """What is against this outcome: a remedy that is not of that finding, no reason, too long."""
    return [*_rimedio(verifica), *_motivo(verifica), *_tempo(verifica, giorni, calendario)]


def ultimo_giorno(
    data: date,
    giorni: Valore[int] = INTEGRAZIONE,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The latest day that may be given to mend; it is a limit, so a holiday prolongs nothing."""
    return scadenza(data, giorni.valore, proroga=False, calendario=calendario)


def _rimedio(verifica: Verifica) -> Iterator[Violazione]:
    ammessi = RIMEDI[verifica.giudizio]
    if verifica.rimedio not in ammessi:
        quali = " o ".join(uno.etichetta for uno in ammessi)
        testo = f"Se il lavoro è {verifica.giudizio.etichetta} si può {quali}."
        yield Violazione("rimedio", testo, ART_8, "rimedio")


def _motivo(verifica: Verifica) -> Iterator[Violazione]:
    if verifica.giudizio is not GiudizioIncarico.CONFORME and not verifica.motivo.strip():
        testo = f"Scrivi perché il lavoro è {verifica.giudizio.etichetta}."
        yield Violazione("motivo", testo, MOTIVAZIONE, "motivo")


def _tempo(verifica: Verifica, giorni: Valore[int], calendario: Calendario) -> Iterator[Violazione]:
    if verifica.rimedio is not Rimedio.INTEGRAZIONE:
        return
    limite = ultimo_giorno(verifica.data, giorni, calendario).giorno
    if verifica.entro is None or not verifica.data < verifica.entro <= limite:
        dato = f" non il {data_estesa(verifica.entro)}" if verifica.entro else " e va scritto"
        testo = (
            f"Per integrare si danno al più {plurale(giorni.valore, 'giorno', 'giorni')}: entro il "
            f"{data_estesa(limite)},{dato}.{giorni.altra_fonte}"
        )
        yield Violazione("entro", testo, giorni.fonte, "entro")


def liquida(
    compenso: int, svolto: Fraction, previsto: Fraction, gia_pagato: int = 0, unita: str = "ore"
) -> Liquidazione:
    """What is due for ``svolto`` out of ``previsto`` (hours, lessons), less what was paid.

    Cents; what has matured is rounded once, half up, so that payments by phases add up to the
    agreed pay. Raises ValueError for figures out of place, or when more was paid than is due.
    """
    if compenso < 0 or gia_pagato < 0 or not 0 <= svolto <= previsto or not previsto:
        raise ValueError("lo svolto sta fra nulla e il previsto, e il denaro non è negativo")
    maturato = al_centesimo(compenso * svolto / previsto)
    if gia_pagato > maturato:
        raise ValueError(f"pagati {in_euro(gia_pagato)}, più di {in_euro(maturato)} maturati")
    testo = (
        f"{in_euro(compenso)} × {in_cifre(svolto)} su {in_cifre(previsto)} {unita} = "
        f"{in_euro(maturato)}"
    )
    if gia_pagato:
        testo += f", meno {in_euro(gia_pagato)} già pagati: {in_euro(maturato - gia_pagato)}"
    fonte = PARTE if svolto < previsto else A_FASI
    return Liquidazione(
        maturato - gia_pagato, maturato, (Motivo("liquidazione", fonte, f"{testo}."),)
    )


def a_fasi(compenso: int, fasi: Sequence[Fraction]) -> tuple[int, ...]:
    """The pay of each phase, in cents, for the hours of each; they add up to ``compenso``."""
    previsto = sum(fasi, Fraction(0))
    importi: list[int] = []
    for numero in range(1, len(fasi) + 1):
        fatte = sum(fasi[:numero], Fraction(0))
        importi.append(liquida(compenso, fatte, previsto, sum(importi)).importo)
    return tuple(importi)
