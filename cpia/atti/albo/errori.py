"""The refusals of the acts of the albo: they carry what the rules found."""

from collections.abc import Sequence

from cpia.atti.albo.rules import Violazione, testi


class PubblicazioneRifiutata(Exception):
    """An act that may not be done now; ``violazioni`` say why, with the source."""

    def __init__(self, violazioni: Sequence[Violazione]) -> None:
        super().__init__(testi(violazioni))
        self.violazioni = tuple(violazioni)


class NonRipulita(Exception):
    """A publication whose files could not be removed; the next turn tries again."""

    def __init__(self, pubblicazione_id: int) -> None:
        super().__init__(pubblicazione_id)
        self.pubblicazione_id = pubblicazione_id


def esigi(violazioni: Sequence[Violazione]) -> None:
    """Raise ``PubblicazioneRifiutata`` when the rules found something against the act."""
    if violazioni:
        raise PubblicazioneRifiutata(violazioni)
