"""The rules of a school that are no grid, read strictly with the act that they are of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Motivo, Valore
from selezioni_pon.rules.griglia.tabella import Tabella

DELL_ATTO: Final = ("art.", "n.", "sez.", "premessa")


@dataclass(frozen=True, slots=True)
class Scritte:
    """A table and the act whose articles it cites.

    A citation that begins with an article is of the act; any other is whole as it is written.
    Every reading raises ValueError, in Italian and with the place.
    """

    tabella: Tabella
    atto: str

    @classmethod
    def lette(cls, dati: Mapping[str, object], dove: str) -> "Scritte":
        """The whole file: ``fonte`` is the act."""
        tabella = Tabella(dati, dove)
        return cls(tabella, tabella.pieno("fonte"))

    def solo(self, *chiavi: str) -> None:
        """Exactly these keys."""
        self.tabella.solo(frozenset(chiavi), frozenset(chiavi))

    def fonte(self, chiave: str = "fonte") -> str:
        """A citation, with the act before its article."""
        scritta = self.tabella.pieno(chiave)
        return f"{self.atto}, {scritta}" if scritta.startswith(DELL_ATTO) else scritta

    def numero(self, chiave: str, fonte: str) -> Valore[int]:
        """A whole number above zero and the citation beside it."""
        return Valore(self.tabella.contato(chiave), self.fonte(fonte))

    def giorno(self, chiave: str) -> GiornoMese:
        """A day of every year, written «30/04»."""
        scritto = self.tabella.pieno(chiave)
        giorno, _, mese = scritto.partition("/")
        try:
            return GiornoMese(int(mese), int(giorno))
        except ValueError:
            self.tabella.errore(chiave, f"serve un giorno come «30/04», non {scritto!r}")

    def parte(self, chiave: str) -> "Scritte":
        """A table inside this one."""
        valore = self.tabella.dati.get(chiave)
        if not isinstance(valore, Mapping):
            self.tabella.errore(chiave, "serve una tabella")
        return Scritte(Tabella(valore, f"{self.tabella.dove}.{chiave}"), self.atto)

    def parti(self, chiave: str) -> Iterator["Scritte"]:
        """The tables of a list."""
        for una in self.tabella.tabelle(chiave):
            yield Scritte(una, self.atto)

    def rilievi(self) -> tuple[Motivo, ...]:
        """Where the text of the act is not whole, contradicts itself or goes too far."""
        letti = []
        for uno in self.parti("rilievi"):
            uno.solo("codice", "testo", "fonte")
            tabella = uno.tabella
            letti.append(Motivo(tabella.pieno("codice"), uno.fonte(), tabella.pieno("testo")))
        return tuple(letti)
