"""What if: the same cell under another rounding, or with the levels still missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from competenze.enums import Livello, Mezzo
from competenze.rules.italiano import decimale, elenco
from competenze.rules.media import (
    CRITERI_PREDEFINITI,
    LIVELLI,
    Criteri,
    Riepilogo,
    livello_proposto,
)
from competenze.rules.spiegazione import nome
from cpia.norme.rules.motivi import Valore

ALTRO_MEZZO = {Mezzo.IN_SU: Mezzo.IN_GIU, Mezzo.IN_GIU: Mezzo.IN_SU}
SE_IL_MEZZO = {Mezzo.IN_SU: "…il mezzo salisse", Mezzo.IN_GIU: "…il mezzo scendesse"}
FONTE_PROVA = "prova: non cambia nulla"


@dataclass(frozen=True, slots=True)
class Prova:
    """One trial: the supposition in words, the mean and the level that would follow."""

    ipotesi: str
    media: Fraction | None
    livello: Livello | None

    @property
    def testo(self) -> str:
        """One Italian line, e.g. ``…Chimica desse C: media 2,40, C Base``."""
        livello = "da definire in scrutinio" if self.livello is None else nome(self.livello)
        media = "" if self.media is None else f"media {decimale(self.media)}, "
        return f"{self.ipotesi}: {media}{livello}"


def con_altro_mezzo(riepilogo: Riepilogo, criteri: Criteri = CRITERI_PREDEFINITI) -> Prova:
    """The result if the half were rounded the other way."""
    altro = ALTRO_MEZZO[criteri.mezzo.valore]
    criteri = replace(criteri, mezzo=Valore(altro, FONTE_PROVA))
    return Prova(SE_IL_MEZZO[altro], riepilogo.media, livello_proposto(riepilogo, criteri))


def con_mancanti(
    riepilogo: Riepilogo,
    mancanti: Sequence[str],
    livello: Livello,
    criteri: Criteri = CRITERI_PREDEFINITI,
) -> Prova:
    """The result if every subject in ``mancanti`` (names, at least one) gave that level."""
    verbo = "desse" if len(mancanti) == 1 else "dessero"
    ampliato = _aggiungi(riepilogo, livello, len(mancanti))
    proposto = livello_proposto(ampliato, criteri)
    return Prova(f"…{elenco(mancanti)} {verbo} {livello}", ampliato.media, proposto)


def prove(
    riepilogo: Riepilogo, mancanti: Sequence[str] = (), criteri: Criteri = CRITERI_PREDEFINITI
) -> tuple[Prova, ...]:
    """All the trials worth showing: the other rounding, then each level from the missing ones."""
    se_arrivano = [
        con_mancanti(riepilogo, mancanti, livello, criteri)
        for livello in LIVELLI.values()
        if mancanti
    ]
    return (con_altro_mezzo(riepilogo, criteri), *se_arrivano)


def _aggiungi(riepilogo: Riepilogo, livello: Livello, volte: int) -> Riepilogo:
    if livello.numero is None:
        return replace(riepilogo, non_valutate=riepilogo.non_valutate + volte)
    return replace(
        riepilogo,
        numero=riepilogo.numero + volte,
        somma=riepilogo.somma + volte * livello.numero,
        minimo=min(riepilogo.minimo or livello.numero, livello.numero),
        massimo=max(riepilogo.massimo or livello.numero, livello.numero),
    )
