"""The biographical interview: its questions in their order, what is still to be asked.

Source: CPIA Napoli Provincia 2, Linee guida, «Identificazione» (interview with a biographical
approach) and fase 2; D.M. 12 marzo 2015, Linee guida, § 5.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cpia.norme.rules.motivi import Violazione

RISPOSTA_MASSIMA = 4000


@dataclass(frozen=True, slots=True)
class Domanda:
    """One question; ``scelte`` (value, words) when one of few answers is picked."""

    chiave: str
    testo: str
    aiuto: str = ""
    scelte: tuple[tuple[str, str], ...] = ()
    essenziale: bool = False

    def in_parole(self, risposta: str) -> str:
        """The answer as a person reads it."""
        return dict(self.scelte).get(risposta, risposta)


@dataclass(frozen=True, slots=True)
class Sezione:
    """Questions about one side of a life."""

    titolo: str
    domande: tuple[Domanda, ...]


def domanda(sezioni: Sequence[Sezione], chiave: str) -> Domanda | None:
    """The question of this key."""
    trovate = (d for sezione in sezioni for d in sezione.domande if d.chiave == chiave)
    return next(trovate, None)


def da_chiedere(sezioni: Sequence[Sezione], risposte: Mapping[str, str]) -> list[Domanda]:
    """The essential questions that have no answer yet."""
    return [
        d
        for sezione in sezioni
        for d in sezione.domande
        if d.essenziale and not risposte.get(d.chiave, "").strip()
    ]


def verifica_risposta(di: Domanda, risposta: str) -> list[Violazione]:
    """What speaks against an answer: too long, or not one of those that can be picked."""
    if len(risposta) > RISPOSTA_MASSIMA:
        testo = f"Al più {RISPOSTA_MASSIMA} caratteri: ne hai scritti {len(risposta)}."
        return [Violazione("troppo_lunga", testo, "", "risposta")]
    if di.scelte and risposta and risposta not in dict(di.scelte):
        return [Violazione("non_fra_le_scelte", "Scegli una delle risposte.", "", "risposta")]
    return []
