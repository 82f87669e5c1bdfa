"""When the work of a commission may end, and when it may begin again.

Source: the principle of the «collegio perfetto»; L. 241/1990, arts. 3 and 6-bis. That it is the
president who closes, and the dirigente who opens again, is practice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.rules.commissione import (
    Commissario,
    RegoleCommissione,
    da_sostituire,
    effettivi,
)
from selezioni_pon.rules.fonti import COLLEGIO_PERFETTO, CONFLITTO, MOTIVAZIONE, PRASSI

MOTIVO_MINIMO: Final = 10


@dataclass(frozen=True, slots=True)
class Lavori:
    """Where the work stands: who sits, how many applications there are and how many are open.

    ``candidati``: person to name. ``chiusi``: the work is over; ``definitiva``: so is the ranking.
    """

    membri: tuple[Commissario, ...]
    candidati: Mapping[str, str]
    da_chiudere: int = 0
    chiusi: bool = False
    definitiva: bool = False


def contro_la_chiusura(
    lavori: Lavori, regole: RegoleCommissione, *, presidente: bool
) -> list[Violazione]:
    """What keeps the work from being closed: who asks, who sits, what is still to be checked."""
    if lavori.chiusi:
        return [Violazione("gia_chiusi", "I lavori sono già chiusi.", "")]
    if not presidente:
        testo = "I lavori li chiude chi presiede la commissione."
        return [Violazione("presidente", testo, PRASSI)]
    return [*_chi_siede(lavori, regole), *_che_cosa_resta(lavori)]


def _chi_siede(lavori: Lavori, regole: RegoleCommissione) -> Iterator[Violazione]:
    siedono = effettivi(lavori.membri)
    for membro in siedono:
        yield from da_sostituire(membro, lavori.candidati, regole)
    mancano = [membro.nome for membro in siedono if membro.dichiarazione is None]
    if mancano:
        testo = f"{elenco(mancano)}: {_dichiara(mancano)} ancora dichiarato di poter valutare."
        yield Violazione("dichiarazione", testo, f"{COLLEGIO_PERFETTO}; {CONFLITTO}")


def _dichiara(chi: Sequence[str]) -> str:
    return "non ha" if len(chi) == 1 else "non hanno"


def _che_cosa_resta(lavori: Lavori) -> Iterator[Violazione]:
    if lavori.da_chiudere:
        quante = plurale(lavori.da_chiudere, "domanda", "domande")
        testo = f"Resta da chiudere la verifica di {quante}."
        yield Violazione("da_chiudere", testo, COLLEGIO_PERFETTO)


def contro_la_riapertura(lavori: Lavori, motivo: str) -> list[Violazione]:
    """What keeps closed work from being opened again, by the dirigente and with a reason."""
    if not lavori.chiusi:
        return [Violazione("gia_aperti", "I lavori della commissione sono aperti.", "")]
    if lavori.definitiva:
        testo = "La graduatoria è definitiva: i lavori che l’hanno preparata non si riaprono."
        return [Violazione("definitiva", testo, PRASSI)]
    return motivo_letto(motivo)


def motivo_letto(motivo: str) -> list[Violazione]:
    """An act on the commission has a reason that can be read."""
    if len(motivo.strip()) >= MOTIVO_MINIMO:
        return []
    testo = "Scrivi il motivo con parole che si capiscano da sole: resta agli atti."
    return [Violazione("motivo", testo, MOTIVAZIONE, "motivo")]


def contro_la_nomina_a_vuoto(candidati: Mapping[str, str]) -> list[Violazione]:
    """Without applications there is nothing to assess."""
    if candidati:
        return []
    testo = "Nessuno ha presentato domanda: non c’è niente da valutare."
    return [Violazione("nessuna_domanda", testo, PRASSI)]
