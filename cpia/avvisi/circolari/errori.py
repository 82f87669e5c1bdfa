"""The refusals of the acts on a circular: they carry the violations that the rules found."""

from collections.abc import Sequence

from cpia.avvisi.circolari.rules import Violazione


class CircolareRifiutata(Exception):
    """An act that the rules do not allow now; ``violazioni`` say why, with the source."""

    def __init__(self, violazioni: Sequence[Violazione]) -> None:
        super().__init__("; ".join(violazione.codice for violazione in violazioni))
        self.violazioni = tuple(violazioni)

    @property
    def messaggio(self) -> str:
        """All that is against the act, in one paragraph."""
        return " ".join(violazione.testo for violazione in self.violazioni)


class BozzaCambiata(Exception):
    """Somebody has changed the draft meanwhile: what was read is not what would be written."""


def esigi(violazioni: Sequence[Violazione]) -> None:
    """Raise ``CircolareRifiutata`` when the rules found something against the act."""
    if violazioni:
        raise CircolareRifiutata(violazioni)
