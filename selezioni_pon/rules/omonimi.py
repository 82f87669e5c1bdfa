"""Two applicants with the same name in one ranking, told apart without saying anything of them.

By the number that each one has on the own receipt, never by a birthday or a codice fiscale:
Regolamento (UE) 2016/679, art. 5 c. 1 lett. c.
"""

from collections import Counter
from collections.abc import Mapping

__all__ = ["distinti"]


def distinti(nomi: Mapping[str, str], segni: Mapping[str, str]) -> dict[str, str]:
    """The names as a ranking tells them: ``segni`` beside those that are there twice.

    Both by who applied. Capitals and spaces do not tell two persons apart.
    """
    quanti = Counter(map(_chiave, nomi.values()))
    return {
        chi: f"{nome} ({segni[chi]})" if quanti[_chiave(nome)] > 1 else nome
        for chi, nome in nomi.items()
    }


def _chiave(nome: str) -> str:
    return " ".join(nome.split()).casefold()
