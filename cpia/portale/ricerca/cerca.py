"""One question put to all the kinds, or to one of them."""

from dataclasses import dataclass

from cpia.portale.ricerca.domanda import Domanda, leggi
from cpia.portale.ricerca.fonti import FONTI
from cpia.portale.ricerca.risultati import Fonte, Risultato
from cpia.scuola.access import Contesto

PER_TIPO = 5
PER_TIPO_IN_BREVE = 3
PER_PAGINA = 50


@dataclass(frozen=True, slots=True)
class Gruppo:
    """The results of one kind, and how many there would be in all."""

    fonte: Fonte
    risultati: tuple[Risultato, ...]
    in_tutto: int

    @property
    def altri(self) -> bool:
        return self.in_tutto > len(self.risultati)


@dataclass(frozen=True, slots=True)
class Esito:
    """What a question has found; without a question (too short) nothing was looked for."""

    domanda: Domanda | None
    gruppi: tuple[Gruppo, ...] = ()

    @property
    def in_tutto(self) -> int:
        return sum(gruppo.in_tutto for gruppo in self.gruppi)


def cerca(contesto: Contesto, testo: str, *, per_tipo: int = PER_TIPO) -> Esito:
    """The first results of every kind; kinds without any are left out. Queries fixed in number."""
    return _cerca(contesto, testo, FONTI, slice(0, per_tipo))


def cerca_in(contesto: Contesto, testo: str, chiave: str, pagina: int) -> Esito:
    """One page of the results of one kind; of a kind that does not exist, nothing."""
    da = (pagina - 1) * PER_PAGINA
    scelte = tuple(fonte for fonte in FONTI if fonte.chiave == chiave)
    return _cerca(contesto, testo, scelte, slice(da, da + PER_PAGINA))


def _cerca(contesto: Contesto, testo: str, fonti: tuple[Fonte, ...], fetta: slice) -> Esito:
    domanda = leggi(testo)
    if domanda is None:
        return Esito(None)
    gruppi = []
    for fonte in fonti:
        trovati = fonte.cerca(contesto, domanda, fetta)
        if trovati.risultati:
            gruppi.append(Gruppo(fonte, trovati.risultati, trovati.in_tutto))
    return Esito(domanda, tuple(gruppi))
