"""Who has changed side of whom between two versions of a ranking."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cpia.scuola.parole import elenco
from selezioni_pon.rules.graduatoria import Graduatoria
from selezioni_pon.rules.ordine import Posto

VERSI: Final = ((-1, "ora precede"), (1, "ora segue"), (0, "ora è alla pari con"))


@dataclass(frozen=True, slots=True)
class Stato:
    """A version, with its places by person."""

    graduatoria: Graduatoria
    posti: Mapping[str, Posto]

    def nome(self, chi: str) -> str:
        """The name of one, ranked or excluded."""
        escluso = self.graduatoria.escluso(chi)
        if chi in self.posti:
            return self.posti[chi].candidato.detto
        return (escluso.nome if escluso else "") or chi


def leggi(graduatoria: Graduatoria) -> Stato:
    """A version, ready to be set beside another."""
    return Stato(graduatoria, {posto.candidato.id: posto for posto in graduatoria.ordine.posti})


def sorpassi(chi: str, prima: Stato, dopo: Stato) -> list[str]:
    """Who is now on another side of this one; those who came or went included."""
    ragioni = []
    for verso, detto in VERSI:
        nuovi = [
            dopo.nome(altro)
            for altro in dopo.posti
            if altro != chi and altro in prima.posti
            and _lato(dopo, chi, altro) == verso != _lato(prima, chi, altro)
        ]  # fmt: skip
        if nuovi:
            ragioni.append(f"{detto} {elenco(nuovi)}")
    davanti = dopo.posti[chi].posizione
    entrati = [
        dopo.nome(altro)
        for altro, posto in dopo.posti.items()
        if altro not in prima.posti and posto.posizione < davanti
    ]
    usciti = [
        prima.nome(altro)
        for altro, posto in prima.posti.items()
        if altro not in dopo.posti and posto.posizione < prima.posti[chi].posizione
    ]
    ragioni += [f"entra prima {nome}" for nome in entrati]
    ragioni += [f"esce {nome}, che era prima" for nome in usciti]
    return ragioni


def _lato(stato: Stato, chi: str, altro: str) -> int:
    mio, suo = stato.posti[chi].posizione, stato.posti[altro].posizione
    return (mio > suo) - (mio < suo)
