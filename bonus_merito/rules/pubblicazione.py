"""What everybody may read of the outcome: never an amount by name, never a ranking.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 9; CPIA Napoli Provincia 2,
Regolamento della commissione per la valutazione, arts. 7 c. 6 and 10 c. 5; D.Lgs. 33/2013 art. 20.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bonus_merito.enums import Gruppo
from cpia.scuola.parole import in_alfabeto, plurale


@dataclass(frozen=True, slots=True)
class Premiato:
    """Who is in the list: ``nome`` as «Cognome Nome»."""

    nome: str
    gruppo: Gruppo | None


@dataclass(frozen=True, slots=True)
class Conteggio:
    """How many there are in a part of the whole; ``numero`` is None where they are too few."""

    voce: str
    numero: int | None


def in_ordine_alfabetico(nomi: Iterable[str]) -> list[str]:
    """Names in alphabetical order, as one looks for them in a list."""
    return sorted(nomi, key=in_alfabeto)


def elenco_pubblico(premiati: Sequence[Premiato]) -> list[tuple[Gruppo | None, list[str]]]:
    """The alphabetical list in its parts, in their order; those without people are left out."""
    gruppi: list[Gruppo | None] = [*Gruppo, None]
    parti = (
        (gruppo, in_ordine_alfabetico(p.nome for p in premiati if p.gruppo == gruppo))
        for gruppo in gruppi
    )
    return [(gruppo, nomi) for gruppo, nomi in parti if nomi]


def conteggi(voci: Sequence[tuple[str, int]], minimo: int) -> list[Conteggio]:
    """Counts that tell nobody apart, though how many they are together is public.

    Where one is below ``minimo`` none of those below it is said, the empty ones with them, and
    not the greatest either: what the total gives back is then a large group, and whoever knows
    this rule cannot tell the greatest from a small one, because the two might be exchanged.
    """
    piccoli = any(0 < numero < minimo for _, numero in voci)
    massimo = max((numero for _, numero in voci), default=0)
    return [
        Conteggio(nome, None if piccoli and (numero < minimo or numero == massimo) else numero)
        for nome, numero in voci
    ]


def insiemi_detti(interi: Sequence[tuple[str, int]], minimo: int) -> list[Conteggio]:
    """Wholes one inside the other, the smallest first: the first is told, or that it is small.

    Another is left out where its difference from one that is told would be a small group.
    """
    detti: list[Conteggio] = []
    for voce, numero in interi:
        passi = [numero - uno.numero for uno in detti if uno.numero is not None]
        if all(quanti(passo, minimo) is not None for passo in passi):
            detti.append(Conteggio(voce, quanti(numero, minimo)))
    return detti


def quanti(numero: int, minimo: int) -> int | None:
    """A number by itself, beside no whole: None where it is small and not nothing."""
    return None if 0 < numero < minimo else numero


def in_parole(conteggio: Conteggio, minimo: int) -> str:
    """``3 persone``, or why it is not said."""
    if conteggio.numero is None:
        return f"non si dice: gruppo con meno di {minimo} persone, o che lo farebbe ricavare"
    return plurale(conteggio.numero, "persona", "persone", "nessuno")
