"""The refusals of the acts: they carry the violations that the rules found."""

from collections.abc import Sequence

from cpia.norme.rules.motivi import Violazione


class AttoRifiutato(Exception):
    """An act that the rules do not allow now; ``violazioni`` say why, with the source."""

    def __init__(self, violazioni: Sequence[Violazione]) -> None:
        super().__init__("; ".join(violazione.codice for violazione in violazioni))
        self.violazioni = tuple(violazioni)


def esigi(violazioni: Sequence[Violazione]) -> None:
    """Raise ``AttoRifiutato`` when the rules found something against the act."""
    if violazioni:
        raise AttoRifiutato(violazioni)
