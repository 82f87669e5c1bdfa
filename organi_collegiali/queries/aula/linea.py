"""The step line of who is present, as whole numbers of a drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cpia.scuola.parole import ora
from organi_collegiali.rules.aula.presenze import Gradino

LARGA, ALTA = 380, 74
SINISTRA, DESTRA = 2, 30
SOPRA, BASE = 16, 56
# Under this distance two figures would touch: the table has them all.
STRETTO = 28


@dataclass(frozen=True)
class Passo:
    """From an hour on so many are present; ``x`` and ``y`` are where the step begins.

    ``scritto`` is false where the figure would touch the one before.
    """

    x: int
    y: int
    alle: str
    presenti: int
    valida: bool
    scritto: bool


@dataclass(frozen=True)
class Linea:
    """The drawing: steps, the line as a path, the height of the legal number."""

    passi: tuple[Passo, ...]
    tracciato: str
    legale: int
    y_legale: int
    fine: int = LARGA - DESTRA
    larga: int = LARGA
    alta: int = ALTA
    y_ore: int = ALTA - 4

    @property
    def lettura(self) -> str:
        """The line in words."""
        return "; ".join(f"dalle {passo.alle} {passo.presenti} presenti" for passo in self.passi)


def linea(gradini: Sequence[Gradino], *, legale: int, al: datetime) -> Linea | None:
    """Draw the steps up to an instant; None before anybody is in."""
    if not gradini:
        return None
    dal = gradini[0].dal
    lunga = max((al - dal).total_seconds(), 60)
    alto = max([legale, *(g.presenti for g in gradini)])
    basso = min([legale, *(g.presenti for g in gradini)])

    def x(quando: datetime) -> int:
        passati = (quando - dal).total_seconds() / lunga
        return SINISTRA + round(passati * (LARGA - SINISTRA - DESTRA))

    def y(presenti: int) -> int:
        return BASE - round((presenti - basso) * (BASE - SOPRA) / max(alto - basso, 1))

    scritti = _scritti([x(gradino.dal) for gradino in gradini])
    passi = [
        Passo(
            x(gradino.dal),
            y(gradino.presenti),
            ora(gradino.dal),
            gradino.presenti,
            gradino.presenti >= legale,
            posto in scritti,
        )
        for posto, gradino in enumerate(gradini)
    ]
    return Linea(tuple(passi), _tracciato(passi), legale, y(legale))


def _scritti(ascisse: Sequence[int]) -> set[int]:
    """The steps whose figure is written: of those that would touch, the last, which holds now."""
    scritti: set[int] = set()
    libero = LARGA + STRETTO
    for posto in range(len(ascisse) - 1, -1, -1):
        if libero - ascisse[posto] >= STRETTO:
            scritti.add(posto)
            libero = ascisse[posto]
    return scritti


def _tracciato(passi: Sequence[Passo]) -> str:
    """Across, then up or down: nobody is half in."""
    parti = [f"M{passi[0].x} {passi[0].y}"]
    parti += [f"H{passo.x}V{passo.y}" for passo in passi[1:]]
    return "".join([*parti, f"H{LARGA - DESTRA}"])
