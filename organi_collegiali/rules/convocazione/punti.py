"""The agenda: what an item probably asks, where a new one goes, how they change places."""

import re
from collections.abc import Sequence
from typing import Final, TypeVar

from organi_collegiali.enums import NaturaPunto

T = TypeVar("T")

INDIZI: Final = (
    (NaturaPunto.VARIE, re.compile(r"^varie\b", re.IGNORECASE)),
    (NaturaPunto.SENZA_VOTO, re.compile(r"^(comunicazion|informativ)", re.IGNORECASE)),
    (NaturaPunto.ELEZIONE, re.compile(r"^(elezion|elegger|nomina d)", re.IGNORECASE)),
    (
        NaturaPunto.REGOLAMENTO,
        re.compile(r"^(modific|revision|aggiornament|adozion)\w*\b.*\bregolament", re.IGNORECASE),
    ),
)  # fmt: skip


def natura_probabile(titolo: str) -> NaturaPunto:
    """What an item asks by how its title begins; who writes it may say otherwise.

    «Varie ed eventuali» and communications are not voted; the rest is to be deliberated.
    """
    pulito = titolo.strip()
    trovate = (natura for natura, indizio in INDIZI if indizio.search(pulito))
    return next(trovate, NaturaPunto.DELIBERA)


def posto_del_nuovo(nature: Sequence[str], nuova: NaturaPunto) -> int:
    """Where a new item goes, from 0: at the end, but before a closing «varie ed eventuali»."""
    ultimo = len(nature)
    if nuova is NaturaPunto.VARIE or not nature or nature[-1] != NaturaPunto.VARIE:
        return ultimo
    return ultimo - 1


def sposta(righe: Sequence[T], riga: T, posto: int) -> list[T]:
    """The same items with one at another place, counted from 0; beyond the ends it stays there."""
    altre = [altra for altra in righe if altra != riga]
    dove = max(0, min(posto, len(altre)))
    return [*altre[:dove], riga, *altre[dove:]]


def stessi(righe: Sequence[int], proposte: Sequence[int]) -> bool:
    """Whether a proposed order has the very same items, each once."""
    return len(righe) == len(proposte) and set(righe) == set(proposte)
