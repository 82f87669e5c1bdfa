"""What the checker finds: one thing to look at, with the two sources that disagree."""

from dataclasses import dataclass

from cpia.norme.enums import TipoRilievo
from cpia.norme.rules.catalogo import chiave_nota


@dataclass(frozen=True, slots=True)
class Fonte:
    """One of the two sides of a finding: who speaks, the value in words, the words themselves."""

    citazione: str
    dice: str = ""
    parole: str = ""


@dataclass(frozen=True, slots=True)
class Rilievo:
    """One thing to look at; ``prima`` is the side of the school, ``seconda`` the other one."""

    tipo: TipoRilievo
    chiave: str
    testo: str
    prima: Fonte
    seconda: Fonte | None = None
    da_verificare: bool = False
    indicativo: bool = False
    altra_chiave: str = ""

    @property
    def chiavi(self) -> set[str]:
        """The parameters of which it speaks."""
        return {self.chiave, self.altra_chiave or self.chiave}

    @property
    def etichetta(self) -> str:
        """The name of the parameter."""
        return chiave_nota(self.chiave).etichetta

    @property
    def certo(self) -> bool:
        """Whether both sources are certain and binding."""
        return not (self.da_verificare or self.indicativo)
