"""What a form asks on one level and the request holds on more: the way there and back."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import reduce
from typing import Any

from cpia.portale.calcolo.guasti import figlio
from cpia.portale.calcolo.pagina.descrizione import Campo, Modulo

RADICE = "$"


def annida(modulo: Modulo, scritti: Mapping[str, object]) -> dict[str, object]:
    """The request: what the form always asks, and each value that was typed at its place."""
    richiesta: dict[str, Any] = deepcopy(dict(modulo.fissi))
    for campo in modulo.chiesti:
        if campo.chiave in scritti:
            *sopra, ultima = campo.posto
            dentro = richiesta
            for chiave in sopra:
                dentro = dentro.setdefault(chiave, {})
            dentro[ultima] = scritti[campo.chiave]
    return richiesta


def campo_di(modulo: Modulo, percorso: str) -> str | None:
    """The field that a JSON path speaks of; of an item with more fields, its first.

    None where no field is meant: the fault is then of the whole form.
    """
    return next(
        (campo.chiave for prova in (_suo, _della_sua_parte) for campo in modulo.chiesti
         if prova(campo, percorso)),
        None,
    )  # fmt: skip


def _suo(campo: Campo, percorso: str) -> bool:
    suo = _percorso(campo.posto)
    return percorso == suo or percorso.startswith((f"{suo}.", f"{suo}["))


def _della_sua_parte(campo: Campo, percorso: str) -> bool:
    """Whether the path is that of the object whose value this field is; the top ones are not."""
    parte = campo.posto[:-1]
    if len(parte) < 2:
        return False
    sua = _percorso(parte)
    return percorso == sua or percorso.startswith((f"{sua}.", f"{sua}["))


def _percorso(chiavi: Sequence[str]) -> str:
    return reduce(figlio, chiavi, RADICE)
