"""Who applied to a call, in the words of the commission: what is left to do of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.scuola.parole import elenco, plurale
from selezioni_pon.queries.commissione.punteggi import Punteggi, Valutata
from selezioni_pon.rules.discrezionali import senza_accordo

INTORNO: Final = 7


@dataclass(frozen=True)
class Candidato:
    """An application in the list: ``glifo`` and ``stato`` say where its check stands.

    ``astenuto``: the one who reads abstains on it.
    """

    valutata: Valutata
    posto: int
    glifo: str
    stato: str
    astenuto: bool = False

    @property
    def pk(self) -> int:
        return self.valutata.invio.pk

    @property
    def nome(self) -> str:
        chi = self.valutata.invio.candidatura.persona
        return f"{chi.cognome} {chi.nome}"

    @property
    def punti(self) -> Fraction | None:
        """Those accepted so far.

        None before anything was decided, for who is excluded and who is not for this reader.
        """
        una = self.valutata
        cominciata = bool(una.decisioni or una.concordati) or una.chiusa
        return una.ammesso.totale if cominciata and una.ammessa and not self.astenuto else None

    @property
    def da_fare(self) -> bool:
        """Whether the one who reads still has something to do of it."""
        return not (self.valutata.chiusa or self.astenuto)


def candidati(tutti: Punteggi, astenuto_su: Collection[int] = ()) -> list[Candidato]:
    """All of them, by surname; ``astenuto_su`` are those on which the reader abstains. No query."""
    return [
        _candidato(una, posto, astenuto=una.invio.candidatura_id in astenuto_su)
        for posto, una in enumerate(tutti.tutte, start=1)
    ]


def prossimo(tutti: Sequence[Candidato], dopo: int = 0) -> Candidato | None:
    """The first other with something left to do after this place, then before; None at last."""
    in_fila = [*tutti[dopo:], *tutti[: max(dopo - 1, 0)]]
    return next((uno for uno in in_fila if uno.da_fare), None)


def vicini(tutti: Sequence[Candidato], posto: int) -> Sequence[Candidato]:
    """Those around a place in the list: hundreds are looked through in their own page."""
    dal = max(min(posto - 1 - INTORNO, len(tutti) - 2 * INTORNO - 1), 0)
    return tutti[dal : dal + 2 * INTORNO + 1]


def _candidato(una: Valutata, posto: int, *, astenuto: bool) -> Candidato:
    glifo, stato = ("chiuso", "ti astieni") if astenuto else _stato(una)
    return Candidato(una, posto, glifo, stato, astenuto=astenuto)


def _stato(una: Valutata) -> tuple[str, str]:
    if una.chiusa:
        return ("fatto", "verificata") if una.ammessa else ("manca", "esclusa")
    aperte = senza_accordo(una.griglia, una.concordati.keys())
    if not (una.decisioni or una.concordati):
        return "da-fare", "da aprire"
    mancano = [
        plurale(una.da_decidere, "titolo", "titoli") if una.da_decidere else "",
        "i punti della commissione" if aperte else "",
    ]
    resta = elenco(filter(None, mancano))
    if not resta:
        return "in-corso", "da chiudere"
    return "in-corso", f"{'manca' if una.da_decidere == 1 and not aperte else 'mancano'} {resta}"
