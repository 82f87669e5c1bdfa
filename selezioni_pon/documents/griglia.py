"""The criteria of a call as they are printed: a table for each section, with both readings."""

from dataclasses import dataclass

from cpia.atti.carta import Congelato
from selezioni_pon.rules.griglia.in_parole import (
    limiti_detti,
    massimo_detto,
    note_della_griglia,
    note_della_sezione,
    punti_detti,
    sezione_detta,
)
from selezioni_pon.rules.griglia.modello import Griglia, Sezione, Voce


@dataclass(frozen=True)
class VoceStampata(Congelato):
    """An item: its printed number, its text, when it counts, what it gives, the most it gives."""

    numero: str
    testo: str
    limiti: tuple[str, ...]
    punti: tuple[str, ...]
    massimo: str


@dataclass(frozen=True)
class SezioneStampata(Congelato):
    """A section with its cap, in the reading chosen and in the others."""

    titolo: str
    voci: tuple[VoceStampata, ...]
    note: tuple[str, ...]


@dataclass(frozen=True)
class GrigliaStampata(Congelato):
    """A whole grid; ``totale`` is the most that one may have."""

    titolo: str
    fonte: str
    sezioni: tuple[SezioneStampata, ...]
    totale: str
    note: tuple[str, ...]


def griglia_stampata(griglia: Griglia) -> GrigliaStampata:
    """The criteria of the day of publication."""
    return GrigliaStampata(
        titolo=griglia.titolo,
        fonte=griglia.fonte,
        sezioni=tuple(map(_sezione, griglia.sezioni)),
        totale=massimo_detto(griglia),
        note=note_della_griglia(griglia),
    )


def _sezione(sezione: Sezione) -> SezioneStampata:
    return SezioneStampata(
        sezione_detta(sezione), tuple(map(_voce, sezione.voci)), note_della_sezione(sezione)
    )


def _voce(voce: Voce) -> VoceStampata:
    return VoceStampata(
        _numero(voce), voce.testo, limiti_detti(voce), punti_detti(voce), massimo_detto(voce)
    )


def _numero(voce: Voce) -> str:
    """``2 (b)``: as it is printed, and the other name that the source calls it by."""
    return f"{voce.come_stampato} ({voce.altro_nome})" if voce.altro_nome else voce.come_stampato
