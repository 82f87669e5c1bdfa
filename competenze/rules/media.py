"""The level of a competence as the mean of the single teachers' assessments, exactly."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from competenze.enums import Livello, Mezzo
from competenze.rules.motivi import CIRCOLARE_B
from cpia.norme.rules.motivi import Valore

MEZZO_PREDEFINITO = Valore(
    Mezzo.IN_SU,
    f"{CIRCOLARE_B}, che non dice come si arrotonda il mezzo: "
    "vale la regola predefinita, a favore dello studente",
)
MINIMO_PREDEFINITO = Valore(
    1, f"{CIRCOLARE_B}, che non fissa un numero minimo di valutazioni: ne basta una"
)
DISTANZA_DA_SEGNALARE = 2
LIVELLI = {livello.numero: livello for livello in Livello if livello.numero is not None}

S = TypeVar("S", bound=Hashable)
C = TypeVar("C", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Criteri:
    """The two parameters of the mean: what the half does, how many assessments are needed."""

    mezzo: Valore[Mezzo] = MEZZO_PREDEFINITO
    minimo: Valore[int] = MINIMO_PREDEFINITO

    def __post_init__(self) -> None:
        if self.minimo.valore < 1:
            raise ValueError("il numero minimo di valutazioni deve essere almeno 1")


CRITERI_PREDEFINITI = Criteri()


@dataclass(frozen=True, slots=True)
class Valutazione(Generic[S, C]):
    """The level that one subject gives to one student in one competence (and language)."""

    studente: S
    competenza: C
    livello: Livello


@dataclass(frozen=True, slots=True)
class Riepilogo:
    """All that the mean needs of the assessments of one cell; a query may count it as well.

    ``numero``, ``somma``, ``minimo`` and ``massimo`` regard the assessments with a level (4 to 1),
    ``non_valutate`` the NV ones, which are not counted.
    """

    numero: int
    somma: int
    minimo: int | None = None
    massimo: int | None = None
    non_valutate: int = 0

    @classmethod
    def di(cls, livelli: Iterable[Livello]) -> "Riepilogo":
        """Count the levels of one cell."""
        tutti = list(livelli)
        numeri = [livello.numero for livello in tutti if livello.numero is not None]
        return cls(
            numero=len(numeri),
            somma=sum(numeri),
            minimo=min(numeri, default=None),
            massimo=max(numeri, default=None),
            non_valutate=len(tutti) - len(numeri),
        )

    @property
    def media(self) -> Fraction | None:
        """The exact mean, or None when nobody assessed."""
        return Fraction(self.somma, self.numero) if self.numero else None

    @property
    def distanza(self) -> int:
        """Levels between the lowest and the highest assessment."""
        if self.minimo is None or self.massimo is None:
            return 0
        return self.massimo - self.minimo

    @property
    def distanti(self) -> bool:
        """Whether two teachers are so far apart that the class council should look."""
        return self.distanza >= DISTANZA_DA_SEGNALARE


@dataclass(frozen=True, slots=True)
class Esito(Generic[S, C]):
    """The result of one student in one competence; ``livello`` None is to be set in scrutinio."""

    studente: S
    competenza: C
    riepilogo: Riepilogo
    livello: Livello | None

    @property
    def numero(self) -> int:
        """How many assessments were counted."""
        return self.riepilogo.numero

    @property
    def media(self) -> Fraction | None:
        """The exact mean, or None when nobody assessed."""
        return self.riepilogo.media


def livello_vicino(somma: int, numero: int, mezzo: Mezzo) -> Livello:
    """The level nearest to the mean ``somma/numero``; exactly halfway, ``mezzo`` decides.

    Integers only, so that 3.4999 never becomes 3.5. ``numero`` must be at least 1.
    Source: Circolare n. 417/2024, letter B (the mean); the half is a parameter.
    """
    if mezzo is Mezzo.IN_SU:
        return LIVELLI[(2 * somma + numero) // (2 * numero)]
    return LIVELLI[-((numero - 2 * somma) // (2 * numero))]


def livello_proposto(
    riepilogo: Riepilogo, criteri: Criteri = CRITERI_PREDEFINITI
) -> Livello | None:
    """The level that results from the mean, or None below the minimum of assessments.

    Source: Circolare n. 417/2024, letter B ("frutto della media risultante dalle valutazioni
    dei singoli docenti"); rounding of the half and minimum come with their own source.
    """
    if riepilogo.numero < criteri.minimo.valore:
        return None
    return livello_vicino(riepilogo.somma, riepilogo.numero, criteri.mezzo.valore)


def esiti(
    valutazioni: Iterable[Valutazione[S, C]], criteri: Criteri = CRITERI_PREDEFINITI
) -> list[Esito[S, C]]:
    """The results of a whole class in one pass, in order of first appearance.

    One assessment per student, competence, language and subject: the caller sees to it.
    """
    caselle: dict[tuple[S, C], list[Livello]] = {}
    for valutazione in valutazioni:
        casella = caselle.setdefault((valutazione.studente, valutazione.competenza), [])
        casella.append(valutazione.livello)
    return [
        _esito(studente, competenza, livelli, criteri)
        for (studente, competenza), livelli in caselle.items()
    ]


def _esito(studente: S, competenza: C, livelli: list[Livello], criteri: Criteri) -> Esito[S, C]:
    riepilogo = Riepilogo.di(livelli)
    return Esito(studente, competenza, riepilogo, livello_proposto(riepilogo, criteri))
