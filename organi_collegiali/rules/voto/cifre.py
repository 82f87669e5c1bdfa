"""The figures of a vote: whether they add up to those who vote (D.Lgs. 297/1994 art. 37)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import plurale
from organi_collegiali.enums import Scelta
from organi_collegiali.rules.nomi import gli

SOMMA = "D.Lgs. 297/1994, art. 37 c. 3: chi è presente vota a favore, contro o si astiene"


@dataclass(frozen=True, slots=True)
class Cifre:
    """A count; ``per_proposta`` holds the votes of each text or person, by its id."""

    favorevoli: int = 0
    contrari: int = 0
    astenuti: int = 0
    bianche: int = 0
    nulle: int = 0
    per_proposta: Mapping[int, int] = field(default_factory=dict)

    @property
    def totale(self) -> int:
        """All that was counted, valid or not."""
        senza = self.favorevoli + self.contrari + self.astenuti + self.bianche + self.nulle
        return senza + sum(self.per_proposta.values())

    def campi(self) -> dict[str, int]:
        """The figures by the name of their field on the screen, those of an open vote."""
        if self.per_proposta:
            proposte = {f"proposta_{quale}": voti for quale, voti in self.per_proposta.items()}
            return {**proposte, "astenuti": self.astenuti}
        return {
            "favorevoli": self.favorevoli, "contrari": self.contrari, "astenuti": self.astenuti,
        }  # fmt: skip


def verifica_alzata(cifre: Cifre, votanti: int, astensione: Valore[bool]) -> list[Violazione]:
    """What is wrong in the figures of a show of hands, each at its field.

    They must be as many as those who vote: where they are not, each field is told the number that
    would do, the others being right.
    """
    violazioni = verifica_astensione(cifre, astensione)
    if cifre.totale == votanti:
        return violazioni
    return violazioni + [
        Violazione("somma", _differenza(cifre.totale, valore, votanti), SOMMA, campo)
        for campo, valore in cifre.campi().items()
        if not (campo == "astenuti" and violazioni)
    ]


def _differenza(totale: int, valore: int, votanti: int) -> str:
    giusto = votanti - (totale - valore)
    if giusto < 0:
        return f"Gli altri numeri superano già {gli(votanti)} presenti al voto."
    return f"I voti sono {totale} e i presenti {votanti}: con gli altri numeri qui va {giusto}."


def verifica_astensione(cifre: Cifre, astensione: Valore[bool]) -> list[Violazione]:
    """Nobody may abstain at a scrutinio, nor where the school's rule says so."""
    if astensione.valore or not cifre.astenuti:
        return []
    testo = f"Qui non ci si può astenere: ognuno vota a favore o contro.{astensione.altra_fonte}"
    return [Violazione("astensione", testo, astensione.fonte, "astenuti")]


def verifica_schede(cifre: Cifre, votanti: int) -> list[Violazione]:
    """There cannot be more ballots than members who vote; there may be fewer."""
    if cifre.totale <= votanti:
        return []
    testo = f"Le schede sono {cifre.totale} e i presenti al voto {votanti}: si contano di nuovo."
    return [Violazione("schede", testo, "una scheda per ogni votante", "nulle")]


def verifica_nomi(
    nomi: Mapping[int, Scelta], cifre: Cifre, votanti: Collection[int]
) -> list[Violazione]:
    """Who asks to be named against or abstained was there, and is among as many as were counted."""
    if not set(nomi) <= set(votanti):
        testo = "Si possono segnare solo i nomi di chi era presente al voto."
        return [Violazione("nomi_estranei", testo, "", "nomi")]
    contati = {
        Scelta.FAVOREVOLE: cifre.favorevoli,
        Scelta.CONTRARIO: cifre.contrari,
        Scelta.ASTENUTO: cifre.astenuti,
    }
    return [
        Violazione(
            "nomi", f"I nomi segnati {_come(scelta)} sono {quanti}, i voti {voti}.", "", "nomi"
        )
        for scelta, voti in contati.items()
        if (quanti := sum(1 for segnata in nomi.values() if segnata == scelta)) > voti
    ]


def _come(scelta: Scelta) -> str:
    return {"favorevole": "a favore", "contrario": "contro", "astenuto": "astenuti"}[scelta]


def verifica_tutti(mancano: int, astensione: Valore[bool]) -> list[Violazione]:
    """Where nobody may abstain, a vote by name is not closed while somebody has not voted."""
    if astensione.valore or not mancano:
        return []
    testo = f"{plurale(mancano, 'voto manca', 'voti mancano')}: qui non ci si può astenere."
    return [Violazione("voti_mancanti", testo + astensione.altra_fonte, astensione.fonte)]
