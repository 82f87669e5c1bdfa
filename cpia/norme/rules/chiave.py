"""What the programme knows of a parameter before any school says anything about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cpia.norme.enums import Origine, TipoParametro, Voce
from cpia.norme.rules.misure import Durata
from cpia.norme.rules.parametri import Contenuto, Valore, ValoreNonValido, interpreta

# No term of a school is longer: a greater number is a slip of the keyboard.
GIORNI_MASSIMI: Final = 366


def parole(*voci: Voce) -> Mapping[str, str]:
    """The allowed words of a choice, with their labels."""
    return {voce.value: voce.etichetta for voce in voci}


@dataclass(frozen=True, slots=True)
class Chiave:
    """A known parameter: how it is read, what holds where a regulation is silent, and who says so.

    ``segue`` names the parameter whose value holds instead of the default, when a regulation has
    that one and not this one (an urgent sitting without a term of its own takes the ordinary one).
    ``minimo`` and ``massimo`` bound numbers, also inside lists; a length of time is bounded
    in days. ``crescente`` wants each number of a list greater than the one before.
    """

    chiave: str
    tipo: TipoParametro
    etichetta: str
    predefinito: str
    fonte: str
    origine: Origine = Origine.PRASSI
    scelte: Mapping[str, str] = field(default_factory=dict)
    minimo: int | None = None
    massimo: int = GIORNI_MASSIMI
    segue: str = ""
    in_contrasto_con: str = ""
    crescente: bool = False

    def leggi(self, testo: str) -> Contenuto:
        """The value written in ``testo``. Raises ValoreNonValido, in Italian."""
        valore = interpreta(self.tipo, testo, scelte=self.scelte)
        numeri = valore if isinstance(valore, tuple) else (valore,)
        for numero in numeri:
            self._nei_limiti(numero)
        if self.crescente and isinstance(valore, tuple) and list(valore) != sorted(set(valore)):
            raise ValoreNonValido("i numeri vanno dal più piccolo al più grande, senza ripetersi")
        return valore

    def _nei_limiti(self, valore: Contenuto) -> None:
        """Raises ValoreNonValido for what is too small or too great."""
        if isinstance(valore, Durata) and valore.giorni > self.massimo:
            raise ValoreNonValido(f"la durata non può superare {self.massimo} giorni")
        if isinstance(valore, Fraction) and valore > 1:
            raise ValoreNonValido(f"{valore} è più dell’intero: una parte va da 0 a 1, come 2/3")
        if not isinstance(valore, int | Decimal):
            return
        if self.minimo is not None and valore < self.minimo:
            raise ValoreNonValido(f"il valore non può essere inferiore a {self.minimo}")
        if valore > self.massimo:
            raise ValoreNonValido(f"il valore non può essere superiore a {self.massimo}")

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
