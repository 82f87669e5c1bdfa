"""Why an act on a regulation is refused; the views put the words at their place."""

from collections.abc import Iterable

from cpia.norme.rules.adozione import Rifiuto
from cpia.norme.rules.scritto import Scritto


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
