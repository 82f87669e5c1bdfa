"""What the programme knows of a parameter before any school says anything about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cpia.norme.enums import Origine, TipoParametro, Voce
from cpia.norme.rules.parametri import Contenuto, Valore, ValoreNonValido, interpreta


def parole(*voci: Voce) -> Mapping[str, str]:
    """The allowed words of a choice, with their labels."""
    return {voce.value: voce.etichetta for voce in voci}


@dataclass(frozen=True, slots=True)
class Chiave:
    """A known parameter: how it is read, what holds where a regulation is silent, and who says so.

    ``segue`` names the parameter whose value holds instead of the default, when a regulation has
    that one and not this one (an urgent sitting without a term of its own takes the ordinary one).
    """

    chiave: str
    tipo: TipoParametro
    etichetta: str
    predefinito: str
    fonte: str
    origine: Origine = Origine.PRASSI
    scelte: Mapping[str, str] = field(default_factory=dict)
    minimo: int | None = None
    segue: str = ""
    in_contrasto_con: str = ""

    def leggi(self, testo: str) -> Contenuto:
        """The value written in ``testo``. Raises ValoreNonValido, in Italian."""
        valore = interpreta(self.tipo, testo, scelte=self.scelte)
        if self.minimo is not None and _troppo_piccolo(valore, self.minimo):
            raise ValoreNonValido(f"il valore non può essere inferiore a {self.minimo}")
        return valore

    @property
    def valore_predefinito(self) -> Valore:
        """What holds where no regulation says anything, with its own source."""
        return Valore(
            chiave=self.chiave,
            valore=self.leggi(self.predefinito),
            articolo="",
            fonte=self.fonte,
            origine=self.origine,
            in_contrasto_con=self.in_contrasto_con,
        )


def _troppo_piccolo(valore: Contenuto, minimo: int) -> bool:
    numeri: Iterable[Contenuto] = valore if isinstance(valore, tuple) else (valore,)
    return any(isinstance(numero, int) and numero < minimo for numero in numeri)
