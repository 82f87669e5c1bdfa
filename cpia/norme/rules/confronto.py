"""Two regulations side by side: what is equal, what differs, what only one of them says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cpia.norme.enums import EsitoConfronto
from cpia.norme.rules.catalogo import chiave_nota
from cpia.norme.rules.dire import dire_testo
from cpia.norme.rules.parametri import ValoreNonValido
from cpia.norme.rules.temi import etichetta_breve, nome_del_tema, tema_di, temi


@dataclass(frozen=True, slots=True)
class Detto:
    """What one side says of one parameter: the value as stored, the place, the words."""

    chiave: str
    valore: str
    articolo: str = ""
    testo: str = ""

    @property
    def in_parole(self) -> str:
        """``5 giorni``, ``un terzo (1/3)``."""
        return dire_testo(self.chiave, self.valore)


@dataclass(frozen=True, slots=True)
class Riga:
    """One parameter on the two sides."""

    chiave: str
    esito: EsitoConfronto
    primo: Detto | None
    secondo: Detto | None

    @property
    def tema(self) -> str:
        """The name of its subject."""
        return nome_del_tema(tema_di(self.chiave))

    @property
    def etichetta(self) -> str:
        """Its name under that subject."""
        return etichetta_breve(self.chiave)

    @property
    def uguale(self) -> bool:
        """Whether the two sides say the same value."""
        return self.esito is EsitoConfronto.UGUALE


def confronta(primi: Iterable[Detto], secondi: Iterable[Detto]) -> tuple[Riga, ...]:
    """All that at least one side says, subject by subject.

    Two values are equal when they mean the same, however they are written. Of a parameter said
    twice on one side the first counts; unknown ones are passed over.
    """
    qui, la = _per_chiave(primi), _per_chiave(secondi)
    return tuple(
        Riga(chiave, _esito(qui.get(chiave), la.get(chiave)), qui.get(chiave), la.get(chiave))
        for tema in temi({*qui, *la})
        for chiave in tema.chiavi
    )


def _per_chiave(detti: Iterable[Detto]) -> Mapping[str, Detto]:
    per_chiave: dict[str, Detto] = {}
    for detto in detti:
        per_chiave.setdefault(detto.chiave, detto)
    return per_chiave


def _esito(primo: Detto | None, secondo: Detto | None) -> EsitoConfronto:
    if secondo is None:
        return EsitoConfronto.SOLO_PRIMO
    if primo is None:
        return EsitoConfronto.SOLO_SECONDO
    return EsitoConfronto.UGUALE if _stesso(primo, secondo) else EsitoConfronto.DIVERSO


def _stesso(primo: Detto, secondo: Detto) -> bool:
    try:
        leggi = chiave_nota(primo.chiave).leggi
        return leggi(primo.valore) == leggi(secondo.valore)
    except ValoreNonValido:
        return primo.valore == secondo.valore
