"""Why an act is refused; the views put the words at their place."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from cpia.norme.rules.adozione import Rifiuto
from cpia.norme.rules.motivi import Violazione
from cpia.norme.rules.scritto import Scritto


class AttoRifiutato(Exception):
    """An act that the rules do not allow now; ``violazioni`` say why, with the source."""

    def __init__(self, violazioni: Sequence[Violazione]) -> None:
        super().__init__("; ".join(violazione.codice for violazione in violazioni))
        self.violazioni = tuple(violazioni)


class Conflitto(Exception):
    """What was on the screen is no longer what is kept: ``attuale`` is what is kept now."""

    def __init__(self, attuale: Any) -> None:
        super().__init__("conflitto")
        self.attuale = attuale


class ConVersione(Protocol):
    """A row whose version grows at every change."""

    versione: int


def esigi_letta(riga: ConVersione, versione: int) -> None:
    """Raise Conflitto, which carries the row, when it is not as it was read; then count a change.

    The row is locked by who calls.
    """
    if riga.versione != versione:
        raise Conflitto(riga)
    riga.versione += 1


def esigi(violazioni: Sequence[Violazione]) -> None:
    """Raise ``AttoRifiutato`` when the rules found something against the act."""
    if violazioni:
        raise AttoRifiutato(violazioni)


def rifiuta(codice: str, testo: str, fonte: str = "", campo: str = "") -> AttoRifiutato:
    """The refusal of one violation, to be raised."""
    return AttoRifiutato([Violazione(codice, testo, fonte, campo)])


class RegolamentoRifiutato(Exception):
    """The act was not done; each reason names the field to look at."""

    def __init__(self, rifiuti: Iterable[Rifiuto]) -> None:
        self.rifiuti = tuple(rifiuti)
        super().__init__("; ".join(rifiuto.testo for rifiuto in self.rifiuti))


class ScrittoDaAltri(Exception):
    """Somebody else changed the same rule meanwhile.

    ``registrato`` is what stands now; None where the rule was taken out.
    """

    def __init__(self, registrato: Scritto | None) -> None:
        self.registrato = registrato
        super().__init__(registrato)


class BozzaCambiata(Exception):
    """Somebody else changed the draft after it was read again for its adoption."""
