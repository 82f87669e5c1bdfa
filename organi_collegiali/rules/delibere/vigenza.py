"""What a deliberation is worth on a day, after what later ones did to it.

A deliberation is changed only by another one. A revoked act does not come back by itself when the
act that revoked it is revoked in its turn: the new act must say so (no revival of what was
repealed); the same holds of a change. Whoever reads is told, nobody decides it for them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import AttoEffetto

D = TypeVar("D", bound=Hashable)
FONTE = "una delibera si cambia solo con un’altra delibera"


@dataclass(frozen=True, slots=True)
class Effetto(Generic[D]):
    """``da`` does something to ``su``, from the instant in which it was adopted."""

    da: D
    su: D
    atto: AttoEffetto
    dal: datetime
    in_parte: bool = False

    @property
    def toglie(self) -> bool:
        """Whether nothing remains of the act."""
        return self.atto is AttoEffetto.REVOCA and not self.in_parte


@dataclass(frozen=True, slots=True)
class Vigenza(Generic[D]):
    """Whether an act is in force, what was done to it, and which acts are read together with it.

    ``subiti`` are in order of time, up to the revocation; ``senza_effetto`` came after it.
    ``insieme`` are the acts that change it, and those that change them. ``non_rivive`` are the
    effects on it whose own act was revoked later: what was before does not come back by itself.
    """

    revocata_da: D | None = None
    subiti: tuple[Effetto[D], ...] = ()
    senza_effetto: tuple[Effetto[D], ...] = ()
    insieme: tuple[D, ...] = ()
    non_rivive: tuple[Effetto[D], ...] = ()

    @property
    def in_vigore(self) -> bool:
        return self.revocata_da is None

    @property
    def ratificata(self) -> bool:
        return any(effetto.atto is AttoEffetto.RATIFICA for effetto in self.subiti)


@dataclass(frozen=True, slots=True)
class Vigenze(Generic[D]):
    """The effects among the acts of an institute, as they are at one instant."""

    quando: datetime
    per_atto: Mapping[D, Sequence[Effetto[D]]] = field(default_factory=dict)

    @classmethod
    def al(cls, quando: datetime, effetti: Iterable[Effetto[D]]) -> "Vigenze[D]":
        """Those that have begun, each act with its own in order of time."""
        per_atto: defaultdict[D, list[Effetto[D]]] = defaultdict(list)
        for effetto in sorted(effetti, key=lambda effetto: effetto.dal):
            if effetto.dal <= quando:
                per_atto[effetto.su].append(effetto)
        return cls(quando, dict(per_atto))

    def di(self, atto: D) -> Vigenza[D]:
        """What an act is worth. An act of which nothing is known is in force."""
        tutti = tuple(self.per_atto.get(atto, ()))
        fino = next((n for n, effetto in enumerate(tutti, start=1) if effetto.toglie), len(tutti))
        subiti, dopo = tutti[:fino], tutti[fino:]
        revoca = next((effetto for effetto in subiti if effetto.toglie), None)
        return Vigenza(
            revocata_da=revoca.da if revoca else None,
            subiti=subiti,
            senza_effetto=dopo,
            insieme=() if revoca else self._insieme(atto),
            non_rivive=tuple(
                effetto
                for effetto in subiti
                if effetto.atto is not AttoEffetto.RATIFICA and self.revocato(effetto.da)
            ),
        )

    def revocato(self, atto: D) -> bool:
        """Whether nothing of an act remains."""
        return any(effetto.toglie for effetto in self.per_atto.get(atto, ()))

    def revocati(self) -> frozenset[D]:
        """All the acts of which nothing remains."""
        return frozenset(atto for atto in self.per_atto if self.revocato(atto))

    def _insieme(self, atto: D) -> tuple[D, ...]:
        """The acts in force that change it, then those that change them, each once."""
        trovati: dict[D, None] = {}
        da_vedere = [atto]
        while da_vedere:
            for effetto in self.per_atto.get(da_vedere.pop(0), ()):
                nuovo = effetto.da not in trovati and effetto.da != atto
                if effetto.atto is AttoEffetto.RATIFICA or not nuovo or self.revocato(effetto.da):
                    continue
                trovati[effetto.da] = None
                da_vedere.append(effetto.da)
        return tuple(trovati)


def verifica_effetto(
    *,
    atto: AttoEffetto,
    stesso_organo: bool,
    viene_prima: bool,
    revocata: bool,
    gia_detto: bool,
) -> list[Violazione]:
    """Why a deliberation cannot do this to another.

    ``viene_prima`` says that the other one is older; an organ changes and revokes its own acts
    only, and may ratify those of another.
    """
    violazioni = []
    if not viene_prima:
        frase = "Si può cambiare solo una delibera adottata prima di questa."
        violazioni.append(Violazione("prima", frase, FONTE, "su"))
    if atto is not AttoEffetto.RATIFICA and not stesso_organo:
        frase = "È di un altro organo: si può ratificare, non modificare o revocare."
        violazioni.append(Violazione("organo", frase, FONTE, "su"))
    if revocata:
        frase = "È già revocata: non c’è più che cosa cambiare."
        violazioni.append(Violazione("revocata", frase, FONTE, "su"))
    if gia_detto:
        frase = "Che cosa questa delibera fa a quella è già scritto."
        violazioni.append(Violazione("gia_detto", frase, FONTE, "su"))
    return violazioni
