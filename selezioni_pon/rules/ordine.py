"""A ranking: the places, the ties decided, and those that wait for something."""

from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.enums import Serve
from selezioni_pon.rules.in_gara import Criterio, InGara


@dataclass(frozen=True, slots=True)
class Posto:
    """A place in the list; those who are still level share the number, and the next one skips."""

    posizione: int
    candidato: InGara


@dataclass(frozen=True, slots=True)
class Decisione:
    """One rule that has parted who was level: the groups in order, and why."""

    criterio: Criterio
    gruppi: tuple[tuple[str, ...], ...]
    motivo: Motivo

    def divide(self, uno: str, altro: str) -> bool:
        """Whether this is the rule that puts one before the other."""
        dove = {chi: n for n, gruppo in enumerate(self.gruppi) for chi in gruppo}
        return uno in dove and altro in dove and dove[uno] != dove[altro]


@dataclass(frozen=True, slots=True)
class Aperto:
    """Who is still level, what is needed, and of whom something is missing."""

    candidati: tuple[str, ...]
    serve: Serve
    criterio: Criterio
    mancano: tuple[str, ...]
    motivo: Motivo


@dataclass(frozen=True, slots=True)
class Ordine:
    """The places from the first to the last, the ties decided and those that are not."""

    posti: tuple[Posto, ...]
    decisioni: tuple[Decisione, ...] = ()
    aperti: tuple[Aperto, ...] = ()

    @property
    def completo(self) -> bool:
        """Whether nobody is level with anybody."""
        return not self.aperti

    def posto(self, chi: str) -> Posto:
        """The place of one; KeyError for who is not ranked."""
        for posto in self.posti:
            if posto.candidato.id == chi:
                return posto
        raise KeyError(chi)
