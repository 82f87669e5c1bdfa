"""A list in front of some places: its order, and what each one has of them."""

from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.enums import StatoPosto
from selezioni_pon.rules.ordine import Ordine

CON_UN_POSTO = (StatoPosto.CON_PRECEDENZA, StatoPosto.AMMESSO)


@dataclass(frozen=True, slots=True)
class Fila:
    """The list in order, those who are level together, and who never waits.

    ``fonte`` is who says the order, ``scorrimento`` who says how it moves, ``prima`` who says
    who comes before it.
    """

    gruppi: tuple[tuple[str, ...], ...]
    fonte: str
    scorrimento: str
    con_precedenza: tuple[str, ...] = ()
    prima: str = ""

    def __post_init__(self) -> None:
        tutti = [*self.con_precedenza, *(chi for gruppo in self.gruppi for chi in gruppo)]
        if len(set(tutti)) != len(tutti):
            raise ValueError("la stessa domanda compare due volte")


@dataclass(frozen=True, slots=True)
class Riga:
    """Somebody in the list: ``posizione`` in it, ``in_attesa`` among those who wait.

    The reasons speak of this one only, so that whoever asks may read them.
    """

    chi: str
    stato: StatoPosto
    posizione: int | None
    in_attesa: int | None
    motivi: tuple[Motivo, ...]


@dataclass(frozen=True, slots=True)
class Assegnazione:
    """The state of everybody.

    ``liberi`` are the places that nobody has and nobody is about to decide; ``oltre`` how many
    have a place beyond the places there are.
    """

    righe: tuple[Riga, ...]
    posti: int
    liberi: int
    oltre: int
    motivi: tuple[Motivo, ...]

    def con(self, *stati: StatoPosto) -> tuple[str, ...]:
        """Who is in one of these states, in order."""
        return tuple(riga.chi for riga in self.righe if riga.stato in stati)

    def riga(self, chi: str) -> Riga:
        """The row of one; KeyError for who is not there."""
        for riga in self.righe:
            if riga.chi == chi:
                return riga
        raise KeyError(chi)


def gruppi_di(ordine: Ordine) -> tuple[tuple[str, ...], ...]:
    """The order as groups: those who share a position together."""
    gruppi: dict[int, list[str]] = {}
    for posto in ordine.posti:
        gruppi.setdefault(posto.posizione, []).append(posto.candidato.id)
    return tuple(tuple(gruppo) for gruppo in gruppi.values())
