"""The refusals of the acts: they carry the violations that the rules found."""

from collections.abc import Sequence

from cpia.norme.rules.motivi import Violazione


class AttoRifiutato(Exception):
    """An act that the rules do not allow now; ``violazioni`` say why, with the source."""

    def __init__(self, violazioni: Sequence[Violazione]) -> None:
        super().__init__("; ".join(violazione.codice for violazione in violazioni))
        self.violazioni = tuple(violazioni)


class Conflitto(Exception):
    """What was on the screen is no longer what is kept: ``attuale`` is what is kept now."""

    def __init__(self, attuale: object) -> None:
        super().__init__("conflitto")
        self.attuale = attuale


def esigi(violazioni: Sequence[Violazione]) -> None:
    """Raise ``AttoRifiutato`` when the rules found something against the act."""
    if violazioni:
        raise AttoRifiutato(violazioni)


def rifiuta(codice: str, testo: str, fonte: str = "") -> AttoRifiutato:
    """The refusal of one violation, to be raised."""
    return AttoRifiutato([Violazione(codice, testo, fonte)])
