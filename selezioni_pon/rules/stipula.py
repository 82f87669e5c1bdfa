"""What is signed and with whom, and the facts written in it before it is issued.

Source: IC Porto Venere, Regolamento incarichi, art. 3 c. 3 and art. 6; CCNL Scuola 29 November
2007, arts. 35 and 57 (who works in another school is given a letter as the school's own staff).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import Provenienza, TipoContratto
from selezioni_pon.rules.autorizzazione import OBBLIGO
from selezioni_pon.rules.cifre import al_centesimo, in_cifre
from selezioni_pon.rules.fonti import COLLABORAZIONI, PLURIME, regolamento

OPERA: Final = f"codice civile, artt. 2222 e seguenti; {regolamento('art. 6 c. 3')}"
ORE: Final = regolamento("art. 4 c. 4")
FIRMA: Final = regolamento("art. 6 c. 1")


@dataclass(frozen=True, slots=True)
class Fatti:
    """What is written in an assignment: both days included; ``ore`` against those of the call.

    ``risposto``: the employer has answered about the permission, with ``atto``.
    """

    dal: date
    al: date
    ore: Fraction
    ore_dell_avviso: Fraction
    delibera: date | None = None
    richiesta: date | None = None
    risposto: bool = False
    atto: str = ""


def tipo_di(provenienza: Provenienza) -> tuple[TipoContratto, Motivo]:
    """Whether it is a letter or a contract, and why."""
    if provenienza is Provenienza.INTERNO:
        testo = "Chi lavora nella scuola ha una lettera di incarico."
        return TipoContratto.LETTERA, Motivo("lettera", PLURIME, testo)
    if provenienza is Provenienza.ALTRA_SCUOLA:
        testo = (
            "Chi lavora in un’altra scuola ha una lettera di incarico, come collaborazione plurima."
        )
        return TipoContratto.LETTERA, Motivo("collaborazione_plurima", PLURIME, testo)
    testo = "Chi non lavora in una scuola firma un contratto di prestazione d’opera."
    return TipoContratto.CONTRATTO, Motivo("prestazione_d_opera", OPERA, testo)


def compenso_di(orario: int, ore: Fraction) -> int:
    """The pay of these hours at so many cents each, in whole cents, half a cent up."""
    return al_centesimo(orario * ore)


def verifica_fatti(fatti: Fatti, oggi: date) -> list[Violazione]:
    """Figures and days that cannot be, each at its field."""
    return [*_ore(fatti), *_giorni(fatti, oggi), *_permesso(fatti)]


def _ore(fatti: Fatti) -> Iterator[Violazione]:
    if fatti.ore <= 0:
        yield Violazione("ore", "Scrivi quante ore, più di zero.", ORE, "ore")
    elif fatti.ore > fatti.ore_dell_avviso:
        testo = (
            f"L’avviso dà {in_cifre(fatti.ore_dell_avviso)} ore a ogni posto: qui sono "
            f"{in_cifre(fatti.ore)}."
        )
        yield Violazione("ore", testo, ORE, "ore")


def _giorni(fatti: Fatti, oggi: date) -> Iterator[Violazione]:
    if fatti.al < fatti.dal:
        testo = f"L’incarico comincia il {data_estesa(fatti.dal)}: la fine non viene prima."
        yield Violazione("durata", testo, COLLABORAZIONI, "al")
    for campo, giorno in (("delibera_il", fatti.delibera), ("chiesta_il", fatti.richiesta)):
        if giorno is not None and giorno > oggi:
            testo = f"Il {data_estesa(giorno)} non è ancora venuto."
            yield Violazione("giorno_futuro", testo, FIRMA, campo)


def _permesso(fatti: Fatti) -> Iterator[Violazione]:
    """What the employer answered is an act, which the letter cites."""
    if fatti.risposto and not fatti.atto.strip():
        testo = "Scrivi con quale atto l’amministrazione ha risposto: si cita nell’incarico."
        yield Violazione("atto", testo, OBBLIGO, "atto")


def verifica_firma(emesso: date, firmato: date, oggi: date) -> list[Violazione]:
    """What is against the day of a signature: from when the paper was issued until today."""
    if emesso <= firmato <= oggi:
        return []
    testo = (
        f"La carta è del {data_estesa(emesso)}: si firma da quel giorno, e non dopo oggi. Qui c’è "
        f"il {data_estesa(firmato)}."
    )
    return [Violazione("firmato_il", testo, FIRMA, "firmato_il")]
